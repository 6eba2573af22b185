using Guildhall.Engine.Matching.Indexing;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>How many match, and what they cost: the live panel beside a job being written.</summary>
/// <param name="Matching">Freelancers whose compatibility reaches the threshold.</param>
/// <param name="Total">Freelancers looked at.</param>
/// <param name="Rates">How many of the matching state a rate in the job's currency.</param>
/// <param name="MedianRateMinor">Median of those rates an hour, in minor units, the lower of two middles; null for
/// none.</param>
/// <param name="Currency">The job's currency.</param>
public sealed record MatchCount(int Matching, int Total, int Rates, long? MedianRateMinor, string Currency);

/// <summary>
/// The best freelancers for a job and the best jobs for a freelancer, by scoring all of them. Ties go to the lower
/// id.
/// </summary>
public static class Ranker
{
    /// <summary>Most results of one call.</summary>
    public const int MaxResults = 1_000;

    /// <summary>The <paramref name="k"/> best freelancers for a job on its day, best first, explained.</summary>
    /// <param name="job">The job; need not be in the index.</param>
    /// <param name="index">The snapshot to look in.</param>
    /// <param name="k">Results wanted, up to <see cref="MaxResults"/>.</param>
    /// <param name="where">Hard filter; freelancers it refuses are not scored.</param>
    public static IReadOnlyList<Match> Top(
        JobDocument job, ExhaustiveIndex index, int k, Func<Guid, bool>? where = null)
    {
        var prepared = index.Prepare(job);
        var best = new TopK(k);
        for (var i = 0; i < index.Freelancers.Count; i++)
            if (where is null || where(index.Freelancers[i].Id))
                best.Offer(Scorer.Points(prepared, index.Freelancers[i], job.Today), i);
        return [.. best.Best().Select(i => Scorer.Explain(prepared, index.Freelancers[i], job.Today))];
    }

    /// <summary>The same from the fast index: the same matches, found without scoring everyone.</summary>
    public static IReadOnlyList<Match> Top(
        JobDocument job, MatchIndex index, int k, Func<Guid, bool>? where = null)
    {
        var prepared = index.Prepare(job);
        return [.. index.Roster.Read(Best(prepared, index, job.Today, k, where), prepared.Query)
            .Select(freelancer => Scorer.Explain(prepared, freelancer, job.Today))];
    }

    /// <summary>The same without the explanations.</summary>
    public static IReadOnlyList<(Guid FreelancerId, int Score)> TopIds(
        JobDocument job, MatchIndex index, int k, Func<Guid, bool>? where = null) =>
        [.. Best(index.Prepare(job), index, job.Today, k, where).Select(hit => (hit.Key.Id, hit.Score))];

    /// <summary>
    /// The same without any bound: everybody in the fast index read and scored. The check on
    /// <see cref="TopIds(JobDocument, MatchIndex, int, Func{Guid, bool})"/>.
    /// </summary>
    public static IReadOnlyList<(Guid FreelancerId, int Score)> TopOfAll(
        JobDocument job, MatchIndex index, int k, Func<Guid, bool>? where = null)
    {
        var prepared = index.Prepare(job);
        var sink = new TopSink(Math.Clamp(k, 0, MaxResults), where);
        foreach (var freelancer in index.Roster.All(prepared.Query))
            sink.Take(Scorer.Points(prepared, freelancer, job.Today), Key.Of(freelancer.Id), Roster.FromDelta, 0);
        return [.. sink.Best().Select(hit => (hit.Key.Id, hit.Score))];
    }

    /// <summary>
    /// The order of those in a set, from the beginning or from after somebody on: for lists of any length.
    /// </summary>
    /// <param name="job">The job, made ready by this index.</param>
    /// <param name="index">The snapshot to look in.</param>
    /// <param name="today">The day of the match.</param>
    /// <param name="k">Results wanted.</param>
    /// <param name="among">Who may be in the list.</param>
    /// <param name="after">The last seen; its id breaks ties.</param>
    public static IReadOnlyList<(Guid Id, int Score)> TopIds(PreparedJob job, MatchIndex index, DateOnly today,
        int k, SearchSet among, (int Score, Guid Id)? after = null)
    {
        var sink = new TopSink(k, null, Start(after));
        index.Roster.Search(new JobPlan(job, today), sink, among.Without(index.Roster), among.Contains);
        return [.. sink.Best().Select(hit => (hit.Key.Id, hit.Score))];
    }

    /// <summary>The same for jobs that pass a filter, best for a freelancer first.</summary>
    public static IReadOnlyList<(Guid Id, int Score)> TopJobIds(PreparedFreelancer freelancer, MatchIndex index,
        DateOnly today, int k, Func<Guid, bool> where, (int Score, Guid Id)? after = null)
    {
        var sink = new TopSink(k, where, Start(after));
        index.SearchJobs(freelancer, today, sink);
        return [.. sink.Best().Select(hit => (hit.Key.Id, hit.Score))];
    }

    static (int, Key)? Start((int Score, Guid Id)? after) =>
        after is var (score, id) ? (score, Key.Of(id)) : null;

    internal static Hit[] Best(
        PreparedJob job, MatchIndex index, DateOnly today, int k, Func<Guid, bool>? where = null)
    {
        var sink = new TopSink(Math.Clamp(k, 0, MaxResults), where);
        index.Roster.Search(new JobPlan(job, today), sink);
        return sink.Best();
    }

    /// <summary>The same over a plain list.</summary>
    public static IReadOnlyList<Match> Top(JobDocument job, IEnumerable<FreelancerDocument> freelancers, int k,
        Weights? weights = null, SkillGraph? graph = null) =>
        Top(job, ExhaustiveIndex.Of(freelancers, [], weights, graph), k);

    /// <summary>The <paramref name="k"/> best jobs of the index for a freelancer, best first, explained.</summary>
    /// <param name="freelancer">The freelancer; need not be in the index.</param>
    /// <param name="index">The snapshot to look in.</param>
    /// <param name="today">The day of the match; the jobs' own <see cref="JobDocument.Today"/> is not used.</param>
    /// <param name="k">Results wanted, up to <see cref="MaxResults"/>.</param>
    /// <param name="where">Hard filter; jobs it refuses are not scored.</param>
    public static IReadOnlyList<Match> TopJobs(FreelancerDocument freelancer, ExhaustiveIndex index, DateOnly today,
        int k, Func<Guid, bool>? where = null)
    {
        var prepared = new PreparedFreelancer(freelancer);
        var jobs = index.Jobs;
        var best = new TopK(k);
        for (var i = 0; i < jobs.Count; i++)
            if (where is null || where(jobs[i].Document.Id))
                best.Offer(Scorer.Points(jobs[i], prepared, today), i);
        return [.. best.Best().Select(i => Scorer.Explain(jobs[i], prepared, today))];
    }

    /// <summary>The same from the fast index.</summary>
    public static IReadOnlyList<Match> TopJobs(FreelancerDocument freelancer, MatchIndex index, DateOnly today,
        int k, Func<Guid, bool>? where = null)
    {
        var prepared = new PreparedFreelancer(freelancer);
        var sink = new TopSink(Math.Clamp(k, 0, MaxResults), where);
        index.SearchJobs(prepared, today, sink);
        return [.. sink.Best().Select(hit => Scorer.Explain(index.Job(hit), prepared, today))];
    }

    /// <summary>How many freelancers reach a compatibility, and their median rate.</summary>
    /// <param name="job">The job, finished or half written.</param>
    /// <param name="index">The snapshot to look in.</param>
    /// <param name="threshold">Compatibility to reach, 0..100.</param>
    /// <param name="except">Somebody not to count: the client.</param>
    public static MatchCount CountMatching(
        JobDocument job, ExhaustiveIndex index, int threshold, Guid? except = null)
    {
        var prepared = index.Prepare(job);
        var (total, found) = (0, new List<Facts>());
        foreach (var freelancer in index.Freelancers)
        {
            if (freelancer.Id == except) continue;
            total++;
            if (Match.Rounded(Scorer.Points(prepared, freelancer, job.Today)) >= threshold) found.Add(freelancer.Facts);
        }
        return Count(prepared, total, found);
    }

    /// <summary>The same from the fast index.</summary>
    public static MatchCount CountMatching(JobDocument job, MatchIndex index, int threshold, Guid? except = null)
    {
        var prepared = index.Prepare(job);
        var sink = new AllSink(threshold * Weights.Scale - Weights.Scale / 2);
        index.Roster.Search(new JobPlan(prepared, job.Today), sink);
        var left = except is { } id && index.Roster.Contains(Key.Of(id)) ? 1 : 0;
        return Count(prepared, index.Freelancers - left,
            [.. sink.Hits.Where(h => h.Key.Id != except).Select(h => index.Roster.FactsOf(h))]);
    }

    static MatchCount Count(PreparedJob job, int total, List<Facts> found)
    {
        var rates = found.Where(f => f.Rate >= 0 && f.Currency == job.Currency).Select(f => f.Rate).Order().ToArray();
        return new(found.Count, total, rates.Length, rates.Length == 0 ? null : rates[(rates.Length - 1) / 2],
            job.Document.Currency);
    }
}
