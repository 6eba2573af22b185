using Guildhall.Accounts.Public;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Jobs.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>The index has something new to read of this freelancer.</summary>
public sealed record FreelancerMoved(Guid AccountId);

/// <summary>The index has something new to read of this job.</summary>
public sealed record JobMoved(Guid JobId);

/// <summary>Whatever changes what the index holds becomes a numbered change for every node.</summary>
sealed class FollowMarket(Db db, MarketIndex index, JobBoard board) :
    IHandle<ProfilePublished>, IHandle<ProfileChanged>, IHandle<ReputationChanged>, IHandle<ContractCompleted>,
    IHandle<JobPublished>, IHandle<JobChanged>, IHandle<JobClosed>, IHandle<JobAwarded>,
    IHandle<CompanyChanged>, IHandle<AccountSuspended>, IHandle<AccountReinstated>
{
    public Task Handle(ProfilePublished news, CancellationToken ct) => Freelancer(news.AccountId);
    public Task Handle(ProfileChanged news, CancellationToken ct) => Freelancer(news.AccountId);
    public Task Handle(ContractCompleted news, CancellationToken ct) => Freelancer(news.FreelancerId);

    public Task Handle(ReputationChanged news, CancellationToken ct) =>
        news.Side == ReputationSide.Freelancer ? Freelancer(news.AccountId) : Task.CompletedTask;

    public Task Handle(JobPublished news, CancellationToken ct) => Job(news.JobId);
    public Task Handle(JobChanged news, CancellationToken ct) => Job(news.JobId);
    public Task Handle(JobClosed news, CancellationToken ct) => Job(news.JobId);
    public Task Handle(JobAwarded news, CancellationToken ct) => Job(news.JobId);

    public Task Handle(CompanyChanged news, CancellationToken ct) => JobsOf(news.AccountId, ct);

    public Task Handle(AccountSuspended news, CancellationToken ct) => Everything(news.AccountId, ct);
    public Task Handle(AccountReinstated news, CancellationToken ct) => Everything(news.AccountId, ct);

    async Task Everything(Guid account, CancellationToken ct)
    {
        await Freelancer(account);
        await JobsOf(account, ct);
    }

    async Task JobsOf(Guid client, CancellationToken ct)
    {
        foreach (var job in await board.OfClient(client, ct)) await Job(job.Id);
    }

    Task Freelancer(Guid id)
    {
        db.Publish(new FreelancerMoved(id)); // after this commit, so that who hears it finds the change
        return Note(MarketSubject.Freelancer, id);
    }

    Task Job(Guid id)
    {
        db.Publish(new JobMoved(id)); // the same
        return Note(MarketSubject.Job, id);
    }

    Task Note(MarketSubject subject, Guid id)
    {
        db.Changed(index, subject, id);
        return Task.CompletedTask;
    }
}
