using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>A stored match with its arithmetic, the person it is about and what the client said of it.</summary>
/// <param name="IsExplored">Stands where it does because one place is kept for somebody new.</param>
public sealed record MatchView(
    StoredMatch Row, Match Match, FreelancerEntry Who, MatchFeedback? Said, bool IsExplored = false);

/// <summary>A job's matches, best first.</summary>
/// <param name="Weights">The weights they were made with.</param>
/// <param name="Looked">Freelancers that could be found when they were made.</param>
/// <param name="Arranged">How places were given beside the score.</param>
public sealed record JobMatches(
    JobView Job, IReadOnlyList<MatchView> Items, int Total, WeightsVersion Weights, int Looked,
    ArrangedList Arranged);

/// <summary>
/// The candidate list of one's own job. Made when there is none yet, and again on a new day (dates count) or when
/// formulas or weights have changed.
/// </summary>
public sealed class ReadMatches(
    Db db, StoreMatches store, MarketIndex index, ReadMarket read, JobBoard board, WeightsBook weights,
    ReadFeedback feedback, ArrangeCandidates arrange, ListLog log, TimeProvider clock)
{
    public async Task<JobMatches> Run(
        Guid jobId, Guid client, int skip, int take, CancellationToken ct, bool again = false)
    {
        var job = await board.One(jobId, client, ct);
        if (job.ClientId != client) throw new Missing("job");
        var rows = db.Set<StoredMatch>().AsNoTracking().Where(m => m.JobId == jobId && m.IsCurrent);
        var inForce = await weights.InForce(ct);
        var newest = await rows.MaxAsync(m => (DateTime?)m.CreatedAt, ct);
        if (job.State == JobState.Open && (again || newest is not { } at || DateOnly.FromDateTime(at) < clock.Today()
            || await rows.AnyAsync(m => m.Formula != Scorer.Formula || m.WeightsVersion != inForce.Version, ct)))
            await store.Run(jobId, ct);
        var market = await index.Now(ct);
        var said = await feedback.OfClient(jobId, ct);
        // Who hid their profile since is not shown, whom the client set aside stands last; the list is short enough to
        // look at whole.
        var able = (await rows.OrderByDescending(m => m.Score).ThenBy(m => m.FreelancerId)
                .Select(m => new { m.FreelancerId, m.Score, m.IsNewcomer }).ToListAsync(ct))
            .Where(m => market.Talent.Contains(m.FreelancerId))
            .ToLookup(m => said.GetValueOrDefault(m.FreelancerId)?.Verdict == FeedbackVerdict.NotForMe);
        var arranged = await arrange.Run(
            jobId, [.. able[false].Select(m => (m.FreelancerId, m.Score, m.IsNewcomer))], ct);
        Guid[] shown = [.. arranged.Made.Order.Select(c => c.Id), .. able[true].Select(m => m.FreelancerId)];
        var wanted = shown.Skip(skip).Take(take).ToArray();
        var found = await rows.Where(m => wanted.Contains(m.FreelancerId)).ToListAsync(ct);
        var people = await read.Freelancers([.. found.Select(m => m.FreelancerId)], ct);
        var items = found.Where(m => people.ContainsKey(m.FreelancerId))
            .OrderBy(m => Array.IndexOf(wanted, m.FreelancerId)).Select(row => new MatchView(row,
                Rationale.Read(row.Json()).Match, people[row.FreelancerId], said.GetValueOrDefault(row.FreelancerId),
                arranged.Made.Explored == row.FreelancerId)).ToArray();
        log.Candidates(jobId, client, skip + 1, items, arranged);
        return new(job, items, shown.Length, inForce, market.Engine.Freelancers, arranged);
    }
}
