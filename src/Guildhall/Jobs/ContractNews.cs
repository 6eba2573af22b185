using Guildhall.Contracts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Jobs;

/// <summary>The job follows its contract. News that comes late or twice finds the job moved on and changes
/// nothing.</summary>
sealed class FollowContract(Db db, JobBoard board) : IHandle<ContractActivated>, IHandle<ContractCompleted>,
    IHandle<ContractClosed>, IHandle<ContractDeclined>, IHandle<ContractExpired>
{
    public Task Handle(ContractActivated news, CancellationToken ct) => Step(news, JobVerb.Start, (job, now) =>
    {
        job.Start(now);
        db.Tell(job, null, "job.started");
    }, ct);

    public Task Handle(ContractCompleted news, CancellationToken ct) => Step(news, JobVerb.Complete, (job, now) =>
    {
        job.Complete(now);
        db.End(job, null, JobEnding.Completed);
    }, ct);

    public Task Handle(ContractClosed news, CancellationToken ct) => Step(news, JobVerb.Close, (job, now) =>
    {
        job.Close(now);
        db.Tell(job, null, "job.closed");
    }, ct);

    public Task Handle(ContractDeclined news, CancellationToken ct) => Lapse(news, ct);

    public Task Handle(ContractExpired news, CancellationToken ct) => Lapse(news, ct);

    async Task Lapse(ContractEvent news, CancellationToken ct)
    {
        var job = await Find(news, ct);
        if (job is null || !job.May(JobVerb.LapseAward, JobActor.Site)) return;
        await board.ReturnToSelection(job.Id, ct);
        await JobTimers.Set(db, job, ct);
    }

    async Task Step(ContractEvent news, JobVerb verb, Action<Job, DateTime> act, CancellationToken ct)
    {
        var job = await Find(news, ct);
        if (job is not null && job.May(verb, JobActor.Site)) act(job, db.Clock.Now());
    }

    // A contract that lapsed late must not undo the award of another.
    Task<Job?> Find(ContractEvent news, CancellationToken ct) => db.Set<Job>()
        .SingleOrDefaultAsync(j => j.Id == news.JobId && j.FreelancerId == news.FreelancerId, ct);
}
