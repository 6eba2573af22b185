using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Hiring;

/// <summary>Tells open pages to look again: the client's list of a job, and a proposal's own page.</summary>
sealed class LiveProposals(Db db, LiveFeed live, Proposals proposals) : IHandle<ProposalsMoved>
{
    /// <summary>Followed by the job's client.</summary>
    public const string JobTopic = "job";
    /// <summary>Followed by both of its people.</summary>
    public const string Topic = "proposal";

    public async Task Handle(ProposalsMoved moved, CancellationToken ct)
    {
        var counts = (await proposals.Counts([moved.JobId], ct))[moved.JobId];
        await live.Publish(db, $"{JobTopic}:{moved.JobId}", counts, ct);
        if (moved.ProposalId is not { } id) return;
        var state = await db.Set<Proposal>().Where(p => p.Id == id).Select(p => (ProposalState?)p.State)
            .SingleOrDefaultAsync(ct);
        if (state is not null) await live.Publish(db, $"{Topic}:{id}", new { state = state.ToString() }, ct);
    }

    public static async Task<bool> MayFollowJob(IServiceProvider services, Guid user, Guid job, CancellationToken ct) =>
        (await services.GetRequiredService<JobBoard>().Many([job], ct)).GetValueOrDefault(job)?.ClientId == user;

    public static async Task<bool> MayFollow(IServiceProvider services, Guid user, Guid proposal,
        CancellationToken ct) =>
        await services.GetRequiredService<Db>().Set<Proposal>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == proposal, ct) is { } found && found.IsVisibleTo(user);
}
