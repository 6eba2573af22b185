using Guildhall.Engine.Search;
using Guildhall.Jobs.Public;

namespace Guildhall.Matching;

/// <summary>
/// Who could have been a candidate: candidates are the best few of each job, and a group that hardly comes among them
/// would look even there.
/// </summary>
public sealed class MarketParts(MarketIndex index, JobBoard board)
{
    /// <summary>
    /// Each country's part of everybody found now who has at least one skill that a job requires, at any level; the
    /// average over the jobs, a job without required skills asking everybody. Empty: no job can be read.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, double>> ByCountry(
        IReadOnlyCollection<Guid> jobs, CancellationToken ct)
    {
        var (market, views) = (await index.Now(ct), await board.Many(jobs, ct));
        var parts = views.Values.Select(view => OfOne(market.Talent, view)).Where(p => p.Count > 0).ToArray();
        return parts.SelectMany(p => p).GroupBy(p => p.Key)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.Value) / parts.Length);
    }

    static Dictionary<string, double> OfOne(SearchIndex talent, JobView job)
    {
        Sought[] required =
            [.. job.Brief.Skills.Where(s => s.Required).Select(s => new Sought(SearchKey.Skill(s.SkillId)))];
        var found = talent.Find(new()
        {
            Conditions = required.Length == 0 ? [] : [new AnyOf("required", required)],
            Facets = [TalentColumns.Country],
        });
        var parts = found.Facets[TalentColumns.Country].ToDictionary(v => v.Value, v => v.Count / (double)found.Total);
        if (found.Total > 0 && 1 - parts.Values.Sum() is > 1e-9 and var unsaid) parts[Groups.Unknown] = unsaid;
        return parts;
    }
}
