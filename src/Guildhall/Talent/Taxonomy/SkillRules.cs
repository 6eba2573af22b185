using System.Text.RegularExpressions;
using Guildhall.Shared;

namespace Guildhall.Talent.Taxonomy;

/// <summary>What must hold of a skill among all the others: one word, one skill; no skill before itself.</summary>
static partial class SkillRules
{
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugForm { get; }

    public static void Slug(string slug, List<TaxonomySkill> all) => new Check().Text(slug, "Slug", max: 60)
        .That(SlugForm.IsMatch(slug), "Slug", $"Use small letters, digits and single hyphens.")
        .That(all.All(s => s.Slug != slug), "Slug", $"There is already a skill with this address.").ThrowIfAny();

    public static void Words(string slug, SkillWords words, List<TaxonomySkill> all, HashSet<string> categories)
    {
        var check = new Check().Text(words.Name, "Name", max: 60).Text(words.NameEs, "NameEs", max: 60, min: 0)
            .That(categories.Contains(words.Category), "Category", $"Choose a category from the list.")
            .That(words.Difficulty is >= 1 and <= 5, "Difficulty", $"Difficulty is a number from 1 to 5.")
            .That(words.Aliases.Count <= 30 && words.Aliases.All(a => a.Length <= 60), "Aliases",
                $"Write at most 30 aliases of at most 60 characters.");
        Known(check, words.Prerequisites, "Prerequisites", slug, all);
        Known(check, words.Related, "Related", slug, all);
        OneMeaning(check, slug, words, all);
        check.ThrowIfAny();
        if (Circle(slug, words, all) is { } path)
            throw new Refused($"This would be a circle: {path}.", "cyclic_prerequisite", "Prerequisites");
    }

    static void Known(Check check, IReadOnlyList<string> slugs, string field, string own, List<TaxonomySkill> all)
    {
        foreach (var slug in slugs)
        {
            check.That(all.Any(s => s.Slug == slug), field, $"There is no skill {slug}. Choose one from the list.");
            check.That(slug != own, field, $"A skill does not refer to itself.");
        }
    }

    static void OneMeaning(Check check, string slug, SkillWords words, List<TaxonomySkill> all)
    {
        var taken = new Dictionary<string, string>();
        foreach (var other in all.Where(s => s.Slug != slug && !s.IsRetired))
            foreach (var term in ImportTaxonomy.TermsOf(other.Slug, other.Name, other.NameEs, other.Aliases))
                taken.TryAdd(term, other.Name);
        Free(words.Name, "Name");
        if (words.NameEs is not null) Free(words.NameEs, "NameEs");
        foreach (var alias in words.Aliases) Free(alias, "Aliases");

        void Free(string word, string field)
        {
            if (taken.TryGetValue(Fold.Text(word), out var owner))
                check.That(false, field, $"“{word}” already means {owner}. A word can mean one skill.");
        }
    }

    // The way from the skill back to itself, as names.
    static string? Circle(string slug, SkillWords words, List<TaxonomySkill> all)
    {
        var needs = all.ToDictionary(s => s.Slug, s => (s.Name, Needs: (IReadOnlyList<string>)s.Prerequisites));
        needs[slug] = (words.Name, words.Prerequisites);
        var (stack, seen) = (new Stack<(string Slug, string Path)>([(slug, words.Name)]), new HashSet<string>());
        while (stack.TryPop(out var at))
            foreach (var next in needs.TryGetValue(at.Slug, out var skill) ? skill.Needs : [])
            {
                var path = $"{at.Path} → {(needs.TryGetValue(next, out var named) ? named.Name : next)}";
                if (next == slug) return path;
                if (seen.Add(next)) stack.Push((next, path));
            }
        return null;
    }
}
