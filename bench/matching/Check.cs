using System.Diagnostics;
using Guildhall.Engine.Matching;

namespace Guildhall.Bench.Matching;

/// <summary>
/// The fast index against scoring everybody: ids and scores of the top 20. Up to 200,000 people the oracle is the
/// exhaustive index, made from the documents; beyond, everybody read back from the fast index.
/// </summary>
static class Check
{
    public static void Run(Corpus corpus, MatchIndex index, int count, JobDocument[] jobs)
    {
        var oracle = count > 200_000 ? null : ExhaustiveIndex.Of(
            Enumerable.Range(0, count).Select(i => corpus.Freelancer(i)), [], index.Weights, index.Graph);
        var clock = Stopwatch.StartNew();
        var different = 0;
        Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, job =>
        {
            var fast = Ranker.Top(job, index, 20).Select(m => (m.FreelancerId, m.Score));
            var exact = oracle is null ? Ranker.TopOfAll(job, index, 20)
                : Ranker.Top(job, oracle, 20).Select(m => (m.FreelancerId, m.Score));
            if (fast.SequenceEqual(exact)) return;
            if (Interlocked.Increment(ref different) <= 3) Console.WriteLine($"differs: {job.Id}");
        });
        Console.WriteLine($"exactness: {different} of {jobs.Length} queries differ from scoring everybody "
            + $"({clock.Elapsed.TotalSeconds:0} s)");
    }
}
