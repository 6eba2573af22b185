using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>A stored match with its arithmetic, the person it is about and what the client said of it.</summary>
public sealed record MatchView(StoredMatch Row, Match Match, FreelancerEntry Who, MatchFeedback? Said);

/// <summary>A job's matches, best first.</summary>
/// <param name="Weights">The weights they were made with.</param>
/// <param name="Looked">Freelancers that could be found when they were made.</param>
public sealed record JobMatches(
    JobView Job, IReadOnlyList<MatchView> Items, int Total, WeightsVersion Weights, int Looked);

/// <summary>
/// The candidate list of one's own job. Made when there is none yet, and again on a new day (dates count) or when the
/// formulas have changed.
/// </summary>
public sealed class ReadMatches(
    Db db, StoreMatches store, MarketIndex index, ReadMarket read, JobBoard board, WeightsBook weights,
    ReadFeedback feedback, TimeProvider clock)
{
    public async Task<JobMatches> Run(
        Guid jobId, Guid client, int skip, int take, CancellationToken ct, bool again = false)
    {
        var job = await board.One(jobId, client, ct);
        if (job.ClientId != client) throw new Missing("job");
        var rows = db.Set<StoredMatch>().AsNoTracking().Where(m => m.JobId == jobId && m.IsCurrent);
        var newest = await rows.MaxAsync(m => (DateTime?)m.CreatedAt, ct);
        if (job.State == JobState.Open && (again || newest is not { } at || DateOnly.FromDateTime(at) < clock.Today()
            || await rows.AnyAsync(m => m.Formula != Scorer.Formula, ct)))
            await MakeUnlessMade(jobId, ct);
        var market = await index.Now(ct);
        var said = await feedback.OfClient(jobId, ct);
        // Who hid their profile since is not shown, whom the client set aside stands last; the list is short enough to
        // look at whole.
        var shown = (await rows.OrderByDescending(m => m.Score).ThenBy(m => m.FreelancerId)
                .Select(m => new { m.Id, m.FreelancerId }).ToListAsync(ct))
            .Where(m => market.Talent.Contains(m.FreelancerId))
            .OrderBy(m => said.GetValueOrDefault(m.FreelancerId)?.Verdict == FeedbackVerdict.NotForMe)
            .Select(m => m.Id).ToArray();
        var wanted = shown.Skip(skip).Take(take).ToArray();
        var found = await rows.Where(m => wanted.Contains(m.Id)).ToListAsync(ct);
        var people = await read.Freelancers([.. found.Select(m => m.FreelancerId)], ct);
        return new(job, [.. found.Where(m => people.ContainsKey(m.FreelancerId))
                .OrderBy(m => Array.IndexOf(wanted, m.Id)).Select(row => new MatchView(row,
                    Rationale.Read(row.Json()).Match, people[row.FreelancerId],
                    said.GetValueOrDefault(row.FreelancerId)))],
            shown.Length, await weights.InForce(ct), market.Engine.Freelancers);
    }

    async Task MakeUnlessMade(Guid jobId, CancellationToken ct)
    {
        try { await store.Run(jobId, ct); }
        catch (Refused lost) when (lost.Code == "lost_race") { db.ChangeTracker.Clear(); } // made this very moment
    }
}
