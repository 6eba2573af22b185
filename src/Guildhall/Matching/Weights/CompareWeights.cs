using Guildhall.Accounts.Public;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Hiring.Public;
using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Matching;

/// <summary>One place in a top ten.</summary>
/// <param name="Was">Place with the weights in force, from 1; null: not among the first ten.</param>
/// <param name="Gain">4 hired, 3 shortlisted, 0 nothing known.</param>
public sealed record ComparedPlace(Guid Id, string Name, int Compatibility, int? Was, int Gain);

/// <summary>A job's first ten before and after.</summary>
/// <param name="New">How many of the ten after were not among the ten before.</param>
/// <param name="NdcgBefore">Against hires and shortlists; null where none are known.</param>
public sealed record ComparedJob(
    Guid Id, string Title, IReadOnlyList<ComparedPlace> Before, IReadOnlyList<ComparedPlace> After, int New,
    double? NdcgBefore, double? NdcgAfter);

/// <param name="Jobs">Samples to look at.</param>
/// <param name="Looked">Jobs that were compared.</param>
/// <param name="Changed">Of them, those whose first ten hold other people.</param>
/// <param name="Known">Of them, those with a hire or a shortlist.</param>
public sealed record Comparison(
    IReadOnlyList<ComparedJob> Jobs, int Looked, int Changed, int Known, double NdcgBefore, double NdcgAfter);

/// <summary>Last month's jobs matched with other weights, side by side, before anybody decides.</summary>
public sealed class CompareWeights(
    MarketIndex index, JobBoard board, Proposals proposals, People people, TimeProvider clock)
{
    /// <summary>Days looked back, jobs compared and jobs shown.</summary>
    public const int Days = 30, MostJobs = 60, Shown = 6;

    const int Top = 10;

    public async Task<Comparison> Run(Weights weights, CancellationToken ct)
    {
        var market = await index.Now(ct);
        var now = clock.Now();
        var jobs = (await board.PublishedBetween(now.AddDays(-Days), now, ct))
            .OrderByDescending(j => j.PublishedAt).Take(MostJobs).ToArray();
        var gains = await Outcomes.Of(proposals, jobs.Select(j => j.Id), ct);
        var other = market.Engine.With(weights, market.Engine.Graph);
        var found = new List<(JobView Job, (Guid Id, int Score)[] Before, (Guid Id, int Score)[] After)>();
        foreach (var job in jobs)
        {
            ct.ThrowIfCancellationRequested();
            var document = job.Document(clock.Today());
            (Guid, int)[] First(MatchIndex engine) =>
                [.. Ranker.TopIds(document, engine, Top, id => id != job.ClientId)];
            found.Add((job, First(market.Engine), First(other)));
        }
        var sample = found.OrderByDescending(f => New(f.Before, f.After)).ThenBy(f => f.Job.Id).Take(Shown).ToArray();
        var names = await people.Many(sample.SelectMany(f => f.Before.Concat(f.After)).Select(p => p.Id), ct);
        var quality = found.Select(f => (Before: Quality(f.Job.Id, f.Before), After: Quality(f.Job.Id, f.After)))
            .Where(q => q.Before is not null && q.After is not null).ToArray();
        return new([.. sample.Select(f => One(f.Job, f.Before, f.After))], found.Count,
            found.Count(f => New(f.Before, f.After) > 0), quality.Length,
            quality.Length == 0 ? 0 : quality.Average(q => q.Before!.Value),
            quality.Length == 0 ? 0 : quality.Average(q => q.After!.Value));

        double? Quality(Guid job, (Guid Id, int Score)[] order) => gains.Chosen(job) is not { Length: > 0 } all ? null
            : RankingQuality.Against([.. order.Select(o => (double)gains.Chosen(job, o.Id))], all);

        ComparedJob One(JobView job, (Guid Id, int Score)[] before, (Guid Id, int Score)[] after)
        {
            ComparedPlace Place((Guid Id, int Score) p) => new(p.Id, names.GetValueOrDefault(p.Id)?.Name ?? "",
                (p.Score + Weights.Scale / 2) / Weights.Scale,
                Array.FindIndex(before, b => b.Id == p.Id) is >= 0 and var at ? at + 1 : null,
                gains.Chosen(job.Id, p.Id));
            return new(job.Id, job.Title, [.. before.Select(Place)], [.. after.Select(Place)], New(before, after),
                Quality(job.Id, before), Quality(job.Id, after));
        }
    }

    static int New((Guid Id, int Score)[] before, (Guid Id, int Score)[] after) =>
        after.Count(a => before.All(b => b.Id != a.Id));
}
