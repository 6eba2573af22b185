using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Guildhall.Engine.Matching;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Taxonomy;

/// <summary>The taxonomy at one version, indexed for look-up. Immutable, shared by all requests.</summary>
sealed class SkillSnapshot
{
    readonly FrozenDictionary<string, Skill> byTerm;
    readonly (string Term, Skill Skill, bool IsName)[] terms;
    readonly Lazy<SkillSuggester> reader;

    public SkillSnapshot(long version, IReadOnlyList<Skill> all, IReadOnlyDictionary<int, int> merged,
        IReadOnlyList<SkillCategory> categories, IReadOnlyList<ProjectType> projectTypes)
    {
        (Version, Categories, ProjectTypes) = (version, categories, projectTypes);
        Meaning = MeaningOf(all, merged, categories);
        reader = new(() => new(Offered!.Select(s => s.Entry())));
        ById = all.ToFrozenDictionary(s => s.Id);
        CategoryBySlug = categories.ToFrozenDictionary(c => c.Slug);
        Offered = [.. all.Where(s => !s.IsRetired).OrderBy(s => Fold.Text(s.Name), StringComparer.Ordinal)];
        terms = [.. Offered.SelectMany(Terms).DistinctBy(t => (t.Term, t.Skill.Id))];
        // Offered skills first: a retired one keeps only the words nobody else has.
        byTerm = terms.Select(t => (t.Term, t.Skill))
            .Concat(all.Where(s => s.IsRetired).SelectMany(s => Terms(s).Select(t => (t.Term, Target(s, merged)))))
            .DistinctBy(t => t.Term).ToFrozenDictionary(t => t.Term, t => t.Item2);
    }

    /// <summary>Made when the first text is read.</summary>
    public SkillSuggester Reader => reader.Value;

    public long Version { get; }
    public long Meaning { get; }
    public FrozenDictionary<int, Skill> ById { get; }
    public FrozenDictionary<string, SkillCategory> CategoryBySlug { get; }
    public IReadOnlyList<Skill> Offered { get; }
    public IReadOnlyList<SkillCategory> Categories { get; }
    public IReadOnlyList<ProjectType> ProjectTypes { get; }

    public Skill? Find(string word) => byTerm.GetValueOrDefault(Fold.Text(word));

    public IReadOnlyList<Skill> Suggest(string? typed, int atMost)
    {
        var start = Fold.Text(typed ?? "");
        if (start.Length == 0) return [];
        return [.. terms.Select(t => (t.Skill, Rank: Rank(t.Term, t.IsName, start))).Where(t => t.Rank < NoMatch)
            .GroupBy(t => t.Skill).Select(g => (Skill: g.Key, Rank: g.Min(t => t.Rank)))
            .OrderBy(t => t.Rank).ThenByDescending(t => t.Skill.Demand)
            .ThenBy(t => t.Skill.Label.Length).ThenBy(t => t.Skill.Id)
            .Take(atMost).Select(t => t.Skill)];
    }

    static long MeaningOf(
        IReadOnlyList<Skill> all, IReadOnlyDictionary<int, int> merged, IReadOnlyList<SkillCategory> categories)
    {
        var text = new StringBuilder();
        foreach (var s in all.OrderBy(s => s.Id))
            text.AppendJoin('|', s.Id, s.Slug, s.Name, s.NameEs, s.Category, s.IsRetired, string.Join(',', s.Aliases),
                string.Join(',', s.Prerequisites), string.Join(',', s.Related)).Append('\n');
        foreach (var (from, to) in merged.OrderBy(m => m.Key)) text.Append(from).Append('>').Append(to).Append('\n');
        foreach (var c in categories) text.Append(c.Slug).Append('<').Append(c.Parent).Append('\n');
        return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    const int NoMatch = 9;

    static int Rank(string term, bool isName, string start)
    {
        if (term == start) return isName ? 0 : 1;
        if (term.StartsWith(start, StringComparison.Ordinal)) return isName ? 2 : 3;
        if (term.Contains(" " + start, StringComparison.Ordinal)) return isName ? 4 : 5;
        return start.Length >= 3 && term.Contains(start, StringComparison.Ordinal) ? 6 : NoMatch;
    }

    Skill Target(Skill skill, IReadOnlyDictionary<int, int> merged)
    {
        for (var hops = 0; merged.TryGetValue(skill.Id, out var into) && hops < 20; hops++) skill = ById[into];
        return skill;
    }

    static IEnumerable<(string Term, Skill Skill, bool IsName)> Terms(Skill skill)
    {
        yield return (Fold.Text(skill.Name), skill, true);
        if (skill.NameEs is not null) yield return (Fold.Text(skill.NameEs), skill, true);
        yield return (Fold.Text(skill.Slug), skill, true);
        foreach (var alias in skill.Aliases) yield return (Fold.Text(alias), skill, false);
    }
}
