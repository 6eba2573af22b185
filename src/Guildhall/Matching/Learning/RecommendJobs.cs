using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Fairness;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Public;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>
/// The open jobs that suit a freelancer, best first, without those they set aside; in few lists two neighbours change
/// places by lot.
/// </summary>
public sealed class RecommendJobs(
    MarketIndex index, ReadMarket read, JobBoard board, ReadFeedback feedback, RankingPolicies policies, ListLog log,
    TimeProvider clock)
{
    // So many are arranged however few are asked for: the first four of a list are the first four of the longer one.
    const int Fewest = 20;

    public async Task<IReadOnlyList<JobForYou>> Run(Guid freelancer, int k, CancellationToken ct)
    {
        var market = await index.Now(ct);
        if (!market.Engine.HasFreelancer(freelancer) || await read.One(freelancer, ct) is not { } me) return [];
        var aside = (await feedback.OfFreelancer(freelancer, ct)).Values
            .Where(f => f.Verdict == FeedbackVerdict.NotForMe).Select(f => f.JobId).ToHashSet();
        var found = Ranker.TopJobs(me.Document, market.Engine, clock.Today(), Math.Max(k, Fewest),
            job => !aside.Contains(job) && !market.IsOwn(job, freelancer)).ToDictionary(m => m.JobId);
        var policy = await policies.Current(ct);
        var made = Arranging.Arrange(
            [.. found.Values.Select(m => new Candidate(m.JobId, m.Score, false, Groups.Unknown))],
            policy.List with { Rerank = RerankKind.None, Explore = false }, freelancer, clock.Today());
        var jobs = await board.Many(found.Keys, ct);
        var shown = made.Order.Where(c => jobs.ContainsKey(c.Id)).Take(k)
            .Select(c => new JobForYou(jobs[c.Id], found[c.Id])).ToArray();
        log.Recommendations(freelancer, shown, made, market.Engine.Weights.Version);
        return shown;
    }
}
