using System.Diagnostics.Metrics;
using Guildhall.Engine.Matching;

namespace Guildhall.Matching;

/// <summary>
/// One search in a thousand is done again beside the visitor by scoring everybody: the fast index must say the same.
/// Counted as <c>guildhall.matching.shadow_checks</c> and <c>guildhall.matching.shadow_differences</c>.
/// </summary>
public sealed class ShadowCheck(IMeterFactory meters, ILogger<ShadowCheck> log)
{
    const int Every = 1_000;

    readonly Counter<long> checks = Meter(meters).CreateCounter<long>("guildhall.matching.shadow_checks");
    readonly Counter<long> differences = Meter(meters).CreateCounter<long>("guildhall.matching.shadow_differences");
    int searches = -1;

    /// <summary>Counts a search, the first and then every thousandth looked at; answers at once.</summary>
    public void Look(JobDocument job, MatchIndex index, int k, Guid except, IReadOnlyList<Match> found)
    {
        if ((uint)Interlocked.Increment(ref searches) % Every == 0)
            _ = Task.Run(() => Compare(job, index, k, except, found));
    }

    /// <summary>Whether scoring everybody finds the same people with the same scores.</summary>
    public bool Compare(JobDocument job, MatchIndex index, int k, Guid except, IReadOnlyList<Match> found)
    {
        var exact = Ranker.TopOfAll(job, index, k, id => id != except);
        var same = exact.SequenceEqual(found.Select(m => (m.FreelancerId, m.Score)));
        checks.Add(1);
        if (same) return true;
        differences.Add(1);
        log.LogError("The index disagrees with scoring everybody for job {Job}, {Count} freelancers, weights {Weights}",
            job.Id, index.Freelancers, index.Weights.Version);
        return false;
    }

    static Meter Meter(IMeterFactory meters) => meters.Create("Guildhall.Matching");
}
