using System.Collections.Frozen;

namespace Guildhall.Engine.Matching;

/// <summary>A feature's edge: the chance in millionths that work with it needs the skill.</summary>
readonly record struct KnowledgeEdge(int Skill, int Chance);

/// <summary>
/// Which skills a job usually needs, from three sources that back each other up: the names of the skills themselves,
/// the shipped knowledge, and the marketplace's own history. The first two are what is believed before anything is
/// seen; the history takes over feature by feature as evidence comes in, so neither dilutes the other.
/// <code>
/// chance(skill | feature) = (seen together - 3/10 + 3 · believed) / (feature seen + 3)
/// chance(skill)           = 1 - Π (1 - chance(skill | feature))       over title words, pairs, skills asked for
/// permille                = chance · min(1, 8‰ / share of skill among freelancers or jobs)
/// </code>
/// What everybody has says little, so it is worth little. Integers throughout; immutable.
/// </summary>
public sealed class SkillKnowledge
{
    const int One = 1_000_000, MostSure = 950_000, Least = 3;
    const int Prior = 3 * GraphLearner.Event, Discount = 3 * GraphLearner.Event / 10;
    const int MaxEdges = 48, Unremarkable = 8_000, Imagined = 500;

    readonly FrozenDictionary<string, KnowledgeEdge[]> edges;
    readonly FrozenDictionary<int, int> rarity;

    /// <summary>Reads shipped knowledge against a taxonomy and joins it with a site's history.</summary>
    /// <param name="skills">The site's skills; names and aliases decide what the shipped lines mean.</param>
    /// <param name="lines">Shipped knowledge, or none.</param>
    /// <param name="history">What the site's own jobs, proposals and hires taught, or null.</param>
    /// <param name="supply">How many freelancers claim each skill.</param>
    /// <param name="freelancers">How many freelancers there are.</param>
    public SkillKnowledge(IEnumerable<SkillEntry> skills, IEnumerable<KnowledgeLine> lines, GraphLearner? history,
        IReadOnlyDictionary<int, int> supply, int freelancers)
    {
        var entries = skills.ToArray();
        var believed = new Beliefs(entries);
        foreach (var line in lines) believed.Add(line);
        history ??= new();
        edges = believed.Features.Concat(history.Features.Keys).Distinct()
            .Select(key => (key, Edges: Joined(believed.Of(key), history.Features.GetValueOrDefault(key))))
            .Where(f => f.Edges.Length > 0).ToFrozenDictionary(f => f.key, f => f.Edges);
        rarity = entries.Select(e => e.Id).Concat(history.Skills.Keys).Distinct().ToFrozenDictionary(id => id, id =>
            Rarity(supply.GetValueOrDefault(id), freelancers, history.Skills.GetValueOrDefault(id), history.Events));
    }

    /// <summary>The expected skills of a job, strongest first, without those it asks for.</summary>
    public ExpectedSkill[] Expect(JobDocument job)
    {
        var asked = job.Requirements.Take(JobDocument.MaxRequirements).ToArray();
        var known = asked.SelectMany(r => r.Alternatives.Append(r.SkillId)).ToHashSet();
        var found = new Dictionary<int, Sum>();
        foreach (var words in JobFeatures.Words(job.Title)) Add(found, words, null, words);
        foreach (var skill in asked.Select(r => r.SkillId).Distinct())
            Add(found, JobFeatures.Skill(skill), skill, null);
        return [.. found.Where(f => !known.Contains(f.Key))
            .Select(f => new ExpectedSkill(f.Key, Permille(f.Key, f.Value), f.Value.Skill, f.Value.Words))
            .Where(e => e.Permille >= Least)
            .OrderByDescending(e => e.Permille).ThenBy(e => e.SkillId).Take(ExpectedSkill.Most)];
    }

    void Add(Dictionary<int, Sum> found, string feature, int? skill, string? words)
    {
        foreach (var edge in edges.GetValueOrDefault(feature) ?? [])
        {
            var sum = found.TryGetValue(edge.Skill, out var before) ? before : new(One, 0, null, null);
            var miss = (int)((long)sum.Miss * (One - edge.Chance) / One);
            found[edge.Skill] = edge.Chance > sum.Best
                ? new(miss, edge.Chance, skill, words) : sum with { Miss = miss };
        }
    }

    int Permille(int skill, Sum sum) =>
        (int)((long)(One - sum.Miss) * rarity.GetValueOrDefault(skill, One) / One / 1_000);

    static KnowledgeEdge[] Joined(IReadOnlyDictionary<int, int> believed, FeatureCounts? counted)
    {
        var skills = counted is null ? believed.Keys : believed.Keys.Union(counted.With.Keys);
        return [.. skills.Select(s => new KnowledgeEdge(s, Chance(believed.GetValueOrDefault(s), counted, s)))
            .Where(e => e.Chance >= One / 1_000)
            .OrderByDescending(e => e.Chance).ThenBy(e => e.Skill).Take(MaxEdges)];
    }

    static int Chance(int believed, FeatureCounts? counted, int skill)
    {
        if (counted is null) return Math.Min(believed, MostSure);
        var together = (long)Math.Max(0, counted.Of(skill) - Discount) * One + (long)Prior * believed;
        return (int)Math.Min(together / (counted.Seen + Prior), MostSure);
    }

    // Imagined people and jobs keep a small market from calling everything common.
    static int Rarity(int supply, int freelancers, int demand, long events)
    {
        var share = Math.Max((long)supply * One / (freelancers + Imagined),
            (long)demand * One / (events + (long)Imagined * GraphLearner.Event));
        return share <= Unremarkable ? One : (int)((long)One * Unremarkable / share);
    }

    readonly record struct Sum(int Miss, int Best, int? Skill, string? Words);
}
