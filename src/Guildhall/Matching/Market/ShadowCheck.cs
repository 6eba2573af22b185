using System.Diagnostics.Metrics;
using Guildhall.Engine.Matching;

namespace Guildhall.Matching;

/// <summary>
/// One search in a thousand is done again beside the visitor by scoring everybody: the fast index must say the same.
/// One at a time, so that a large market is never busier checking than answering; what falls due meanwhile is left out.
/// Counted as <c>guildhall.matching.shadow_checks</c>, <c>shadow_differences</c> and <c>shadow_left_out</c>.
/// </summary>
public sealed class ShadowCheck(IMeterFactory meters, ILogger<ShadowCheck> log)
{
    const int Every = 1_000;

    readonly Counter<long> checks = Meter(meters).CreateCounter<long>("guildhall.matching.shadow_checks");
    readonly Counter<long> differences = Meter(meters).CreateCounter<long>("guildhall.matching.shadow_differences");
    readonly Counter<long> leftOut = Meter(meters).CreateCounter<long>("guildhall.matching.shadow_left_out");
    int searches = -1, running;

    /// <summary>Counts a search, the first and then every thousandth looked at; answers at once.</summary>
    public void Look(JobDocument job, MatchIndex index, int k, Guid except, IReadOnlyList<Match> found)
    {
        if ((uint)Interlocked.Increment(ref searches) % Every != 0) return;
        if (Interlocked.Exchange(ref running, 1) == 1) { leftOut.Add(1); return; }
        // A thread of its own: the pool's answer visitors.
        new Thread(() => Check(job, index, k, except, found)) { IsBackground = true, Priority = ThreadPriority.Lowest }
            .UnsafeStart();
    }

    void Check(JobDocument job, MatchIndex index, int k, Guid except, IReadOnlyList<Match> found)
    {
        try { Compare(job, index, k, except, found); }
        catch (Exception e) { log.LogError(e, "A search for job {Job} could not be checked", job.Id); }
        finally { Volatile.Write(ref running, 0); }
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
