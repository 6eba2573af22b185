using System.Diagnostics;
using Guildhall.Engine.Matching;

namespace Guildhall.Bench.Matching;

/// <summary>The fast index against the exhaustive oracle: ids and scores of the top 20.</summary>
static class Check
{
    public static void Run(Corpus corpus, MatchIndex index, int count, JobDocument[] jobs)
    {
        var oracle = ExhaustiveIndex.Of(Enumerable.Range(0, count).Select(i => corpus.Freelancer(i)), [],
            index.Weights, index.Graph);
        var clock = Stopwatch.StartNew();
        var different = 0;
        Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, job =>
        {
            var fast = Ranker.Top(job, index, 20).Select(m => (m.FreelancerId, m.Score));
            if (fast.SequenceEqual(Ranker.Top(job, oracle, 20).Select(m => (m.FreelancerId, m.Score)))) return;
            if (Interlocked.Increment(ref different) <= 3) Console.WriteLine($"differs: {job.Id}");
        });
        Console.WriteLine($"exactness: {different} of {jobs.Length} queries differ from the exhaustive oracle "
            + $"({clock.Elapsed.TotalSeconds:0} s)");
    }
}
