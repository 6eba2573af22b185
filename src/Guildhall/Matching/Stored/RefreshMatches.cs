using Guildhall.Engine.Matching;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>A job's matches are to be made; quietly: whoever fits knows of it already.</summary>
public sealed record MatchesOwed(Guid JobId, bool Quietly);

/// <summary>
/// Candidate lists follow the market: a job's when it changes, those a profile belongs to when it changes, one pair
/// when a proposal arrives. The computing is done outside the transaction that stores it.
/// </summary>
sealed class RefreshMatches(
    Db db, StoreMatches store, MarketIndex index, ReadMarket read, Proposals proposals, ProposalScores scores,
    TimeProvider clock) :
    IDeliver<JobPublished>, IDeliver<JobChanged>, IDeliver<FreelancerMoved>,
    IDeliver<ProposalSubmitted>, IDeliver<ProposalChanged>, IDeliver<MatchesOwed>
{
    const int JobsOfAProfile = 20;

    public Task Deliver(JobPublished news, Guid jobId, CancellationToken ct) => store.Run(news.JobId, ct);
    public Task Deliver(JobChanged news, Guid jobId, CancellationToken ct) => Job(news.JobId, ct);
    public Task Deliver(MatchesOwed news, Guid jobId, CancellationToken ct) => Job(news.JobId, ct, news.Quietly);
    public Task Deliver(FreelancerMoved news, Guid jobId, CancellationToken ct) => Profile(news.AccountId, ct);

    public Task Deliver(ProposalSubmitted news, Guid jobId, CancellationToken ct) =>
        Pair(news.JobId, news.FreelancerId, ct);

    public Task Deliver(ProposalChanged news, Guid jobId, CancellationToken ct) =>
        Pair(news.JobId, news.FreelancerId, ct);

    /// <summary>The job's list, and the score on every proposal it has.</summary>
    public async Task Job(Guid job, CancellationToken ct, bool quietly = false)
    {
        await store.Run(job, ct, quietly);
        var writers = (await proposals.OfJob(job, ct)).Where(p => p.IsLive).Select(p => p.FreelancerId).ToArray();
        var known = await db.Set<StoredMatch>().AsNoTracking()
            .Where(m => m.JobId == job && m.IsCurrent && writers.Contains(m.FreelancerId))
            .ToDictionaryAsync(m => m.FreelancerId, m => m.Compatibility, ct);
        foreach (var writer in writers)
            if (!known.TryGetValue(writer, out var score)) await Pair(job, writer, ct);
            else await db.Transact(() => scores.Note(job, writer, score, ct), ct);
    }

    async Task Profile(Guid freelancer, CancellationToken ct)
    {
        var market = await index.Refresh(ct);
        var known = await db.Set<StoredMatch>().AsNoTracking()
            .Where(m => m.FreelancerId == freelancer && m.IsCurrent).Select(m => m.JobId).ToListAsync(ct);
        var me = await read.One(freelancer, ct);
        var best = me is not null
            ? Ranker.TopJobs(me.Document, market.Engine, clock.Today(), JobsOfAProfile)
                .Where(m => m.Compatibility >= StoreMatches.Strong
                    && !market.IsOwn(m.JobId, freelancer)).Select(m => m.JobId)
            : [];
        foreach (var job in best.Union(known.Where(market.Work.Contains)).ToArray())
            await store.Run(job, freelancer, ct);
        if (me is not null) return;
        // A hidden profile is nobody's to find: its matches leave every list.
        await db.Transact(() => db.Set<StoredMatch>().Where(m => m.FreelancerId == freelancer && m.IsCurrent)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.IsCurrent, false), ct), ct);
    }

    async Task Pair(Guid job, Guid freelancer, CancellationToken ct)
    {
        // Who has written to a job need not be told of it.
        if (await store.Run(job, freelancer, ct, quietly: true) is { } score)
            await db.Transact(() => scores.Note(job, freelancer, score, ct), ct);
    }
}
