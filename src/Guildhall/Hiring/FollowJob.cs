using Guildhall.Contracts.Public;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>
/// Proposals follow their job: when somebody is hired or the job ends, the others are told. When the contract comes to
/// nothing they stay passed over, because their freelancers may have taken other work; the client can ask one again.
/// </summary>
sealed class FollowJob(Db db, JobBoard board, TimeProvider clock) : IHandle<ProposalAccepted>, IHandle<JobClosed>,
    IHandle<ContractDeclined>, IHandle<ContractExpired>
{
    public Task Handle(ProposalAccepted hired, CancellationToken ct) =>
        PassOver(hired.JobId, hired.JobTitle, somebodyElse: true, ct);

    public async Task Handle(JobClosed closed, CancellationToken ct)
    {
        if (closed.Reason == JobEnding.Expired) await Expire(closed, ct);
        else await PassOver(closed.JobId, closed.Title, closed.Reason == JobEnding.Completed, ct);
    }

    public Task Handle(ContractDeclined news, CancellationToken ct) => Lapse(news, ct);

    public Task Handle(ContractExpired news, CancellationToken ct) => Lapse(news, ct);

    async Task PassOver(Guid jobId, string title, bool somebodyElse, CancellationToken ct)
    {
        // A proposal that was asked again after the contract lapsed is not the news of the first hire any more.
        if (somebodyElse && (await board.Many([jobId], ct)).GetValueOrDefault(jobId) is { IsActive: true }) return;
        foreach (var proposal in await Open(jobId, ct))
        {
            if (proposal.IsDraft)
            {
                if (!somebodyElse) proposal.Expire(clock.Now());
                continue;
            }
            proposal.PassOver(clock.Now());
            db.Tell(proposal, null, "notSelected");
            db.Publish(proposal.News<ProposalNotSelected>(title) with { SomebodyElse = somebodyElse });
        }
    }

    async Task Expire(JobClosed closed, CancellationToken ct)
    {
        foreach (var proposal in await Open(closed.JobId, ct))
        {
            var wasLive = proposal.IsLive;
            proposal.Expire(clock.Now());
            db.Tell(proposal, null, "expired");
            if (wasLive) db.Publish(proposal.News<ProposalExpired>(closed.Title));
        }
    }

    async Task Lapse(ContractEvent news, CancellationToken ct)
    {
        var proposal = await db.Set<Proposal>().SingleOrDefaultAsync(
            p => p.Id == news.ProposalId && p.ContractId == news.ContractId, ct);
        if (proposal is null || !proposal.May(ProposalVerb.Lapse, ProposalActor.Site)) return;
        proposal.Lapse(clock.Now());
        db.Tell(proposal, null, "lapsed", new { contract = news.ContractId });
    }

    Task<List<Proposal>> Open(Guid jobId, CancellationToken ct) => db.Set<Proposal>()
        .Where(p => p.JobId == jobId && (p.State == ProposalState.Draft || p.State == ProposalState.Submitted
            || p.State == ProposalState.Viewed || p.State == ProposalState.Shortlisted)).ToListAsync(ct);
}
