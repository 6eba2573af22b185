using Guildhall.Engine.Matching.Fairness;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching;

/// <summary>How one group stands among the first ten.</summary>
/// <param name="Pool">Part of the candidates, 0..1.</param>
/// <param name="Top">Part of the first ten by score, 0..1.</param>
/// <param name="Skew">Logarithm of places had over places owed; 0 is even.</param>
/// <param name="Market">Part of everybody who could have been a candidate (<see cref="MarketParts"/>); null where the
/// index does not know the group.</param>
/// <param name="MarketSkew">The skew against that part.</param>
public sealed record GroupLine(
    string Group, double Pool, double Top, double Skew, double? Market = null, double? MarketSkew = null);

/// <summary>What a way of ordering would do to the same lists, on average.</summary>
/// <param name="Ndcg">What it leaves of the order by score, 0..1: its cost.</param>
public sealed record PolicyLine(RerankKind Kind, double Ndkl, double MinSkew, double MaxSkew, double Ndcg);

public sealed record GroupReport(FairGroup By, IReadOnlyList<GroupLine> Groups, IReadOnlyList<PolicyLine> Policies);

/// <summary>What the place for somebody new did.</summary>
/// <param name="Lists">Candidate lists looked at.</param>
/// <param name="Explored">Of them, those with somebody in that place.</param>
/// <param name="Opened">How often whoever stood there was opened.</param>
/// <param name="Beside">How often whoever stood one place above or below was opened, on average.</param>
/// <param name="Ndcg">What the arrangement left of the order by score in those lists, 0..1.</param>
public sealed record ExploreReport(int Lists, int Explored, int Opened, double Beside, double Ndcg);

/// <summary>What the draws by lot measured.</summary>
public sealed record DrawReport(int Drawn, int Swapped, double Decay, int Openings);

/// <param name="Jobs">Candidate lists that the figures are made of.</param>
public sealed record FairnessReport(
    int Jobs, int Candidates, IReadOnlyList<GroupReport> Groups, ExploreReport Explore, DrawReport Draws);

/// <summary>Figures of the last thirty days, from stored matches and from lists as they were shown.</summary>
public sealed class ReadFairness(Db db, Groups groups, MarketParts market, TimeProvider clock)
{
    public const int Days = 30, MostJobs = 100, Top = 10;

    const int MostGroups = 8, MostLists = 5_000;

    sealed record Candidate(Guid Job, Guid Id, int Score, bool IsNewcomer);

    public async Task<FairnessReport> Run(CancellationToken ct)
    {
        var since = clock.Now().AddDays(-Days);
        var rows = await db.Set<StoredMatch>().AsNoTracking().Where(m => m.IsCurrent && m.CreatedAt >= since)
            .OrderByDescending(m => m.CreatedAt).Take(MostJobs * StoreMatches.Kept)
            .Select(m => new Candidate(m.JobId, m.FreelancerId, m.Score, m.IsNewcomer)).ToListAsync(ct);
        // Where nobody is left over, nobody can be passed over.
        var lists = rows.GroupBy(r => r.Job).Where(g => g.Count() > Top).Take(MostJobs)
            .Select(g => g.OrderByDescending(c => c.Score).ThenBy(c => c.Id).ToArray()).ToArray();
        var people = lists.SelectMany(l => l).GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First().IsNewcomer);
        var reports = new List<GroupReport>();
        foreach (var by in Enum.GetValues<FairGroup>())
        {
            var group = await groups.Of(people, by, ct);
            var parts = by == FairGroup.Country
                ? await market.ByCountry([.. lists.Select(l => l[0].Job)], ct) : new Dictionary<string, double>();
            reports.Add(Report(by, parts, [.. lists.Select(l => l.Select(c => (c.Score, group[c.Id])).ToArray())]));
        }
        var (explore, draws) = await Shown(since, ct);
        return new(lists.Length, people.Count, reports, explore, draws);
    }

    static GroupReport Report(
        FairGroup by, IReadOnlyDictionary<string, double> market, (int Score, string Group)[][] lists)
    {
        if (lists.Length == 0) return new(by, [], []);
        var (owed, had) = (new Dictionary<string, double>(), new Dictionary<string, int>());
        foreach (var list in lists)
        {
            foreach (var (name, part) in Skew.PartsOf([.. list.Select(c => c.Group)]))
                owed[name] = owed.GetValueOrDefault(name) + part * Top;
            foreach (var (_, name) in list.Take(Top)) had[name] = had.GetValueOrDefault(name) + 1;
        }
        var places = (double)lists.Length * Top;
        var lines = owed.OrderByDescending(o => o.Value).ThenBy(o => o.Key).Take(MostGroups).Select(o =>
        {
            var (seen, part) = (had.GetValueOrDefault(o.Key), market.GetValueOrDefault(o.Key));
            return new GroupLine(o.Key, o.Value / places, seen / places, Skew.Of(seen, o.Value),
                part > 0 ? part : null, part > 0 ? Skew.Of(seen, part * places) : null);
        });
        return new(by, [.. lines], [.. Enum.GetValues<RerankKind>().Select(kind => Policy(kind, lists))]);
    }

    static PolicyLine Policy(RerankKind kind, (int Score, string Group)[][] lists)
    {
        var (ndkl, least, most, ndcg) = (0.0, 0.0, 0.0, 0.0);
        foreach (var list in lists)
        {
            var desired = Skew.PartsOf([.. list.Select(c => c.Group)]);
            var order = Reranking.Order(list, desired, kind).Select(i => list[i]).ToArray();
            string[] ranked = [.. order.Select(c => c.Group)];
            var skews = Skew.At(ranked, desired, Top).Values;
            ndkl += Skew.Ndkl(ranked, desired);
            least += skews.Min();
            most += skews.Max();
            ndcg += RankingQuality.Ndcg([.. order.Select(c => (double)c.Score)]);
        }
        return new(kind, ndkl / lists.Length, least / lists.Length, most / lists.Length, ndcg / lists.Length);
    }

    async Task<(ExploreReport, DrawReport)> Shown(DateTime since, CancellationToken ct)
    {
        var lists = await db.Set<ShownList>().AsNoTracking()
            .Where(l => l.Place == ListPlace.Candidates && l.From == 1 && l.At >= since)
            .OrderByDescending(l => l.At).Take(MostLists).ToListAsync(ct);
        var opened = (await db.Set<ListOpening>().AsNoTracking().Where(o => o.At >= since).ToListAsync(ct))
            .Select(o => (o.ListId, o.ItemId)).ToHashSet();
        var explored = lists.Where(l => l.ExploredId is not null).ToArray();
        int At(ShownList list, int place) => ShownItem.Unpack(list.Items) is var items && items.Length >= place
            && opened.Contains((list.Id, items[place - 1].Id)) ? 1 : 0;
        var drawn = lists.Where(l => l.Pair is not null).ToArray();
        var pairs = drawn.Select(l => new DrawnPair(
            l.Pair!.Value, At(l, l.Pair.Value) > 0, At(l, l.Pair.Value + 1) > 0)).ToArray();
        var seen = Propensities.Estimate(pairs);
        return (new(lists.Count, explored.Length, explored.Sum(l => At(l, Arranging.NewPlace)),
                explored.Sum(l => At(l, Arranging.NewPlace - 1) + At(l, Arranging.NewPlace + 1)) / 2.0,
                explored.Length == 0 ? 1 : explored.Average(l => l.Quality / (double)ShownList.Whole)),
            new(drawn.Length, drawn.Count(l => l.IsSwapped), seen.Decay, seen.Openings));
    }
}
