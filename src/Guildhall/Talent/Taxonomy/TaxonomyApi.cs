using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Taxonomy;

/// <summary>A skill for programs; <c>Label</c> is its name in the reader's language.</summary>
public sealed record SkillItem(
    int Id, string Slug, string Name, string Label, string Category, SkillKind Kind, int Difficulty, string? Icon,
    IReadOnlyList<string> Aliases, IReadOnlyList<string> Prerequisites, IReadOnlyList<string> Related, int Demand,
    bool IsRetired);

public sealed record CategoryItem(string Slug, string Name, string Label, string? Parent, string? Icon, int Skills);

/// <summary>The taxonomy for pickers and programs, answered from memory.</summary>
static class TaxonomyApi
{
    public static void Map(Routes routes)
    {
        routes.Api.Get("/skills", Who.Anyone, Rate.Search, DataClass.Public, List)
            .WithSummary("Skills by name, alias or category");
        routes.Api.Get("/skills/{slug}", Who.Anyone, Rate.Read, DataClass.Public, One)
            .WithSummary("One skill with its aliases and what it builds on");
        routes.Api.Get("/categories", Who.Anyone, Rate.Read, DataClass.Public, Categories)
            .WithSummary("The tree of categories");
    }

    /// <summary>With <c>q</c>: at most ten that someone typing this likely means. Without: all, page by page.</summary>
    static Page<SkillItem> List(Skills skills, string? q, string? category, string? cursor, int? limit)
    {
        if (!string.IsNullOrWhiteSpace(q))
            return new([.. skills.Suggest(q).Select(s => Item(s, skills))], null);
        var after = cursor is null ? "" : Cursor.Keys(cursor, 1)[0];
        var found = skills.All.Where(s => category is null || s.Category == category).ToArray();
        var size = Cursor.Size(limit);
        var page = found.OrderBy(s => s.Slug, StringComparer.Ordinal)
            .Where(s => string.CompareOrdinal(s.Slug, after) > 0).Take(size + 1).ToArray();
        return new([.. page.Take(size).Select(s => Item(s, skills))],
            page.Length > size ? Cursor.Of(page[size - 1].Slug) : null, found.Length);
    }

    static SkillItem One(string slug, Skills skills) => Item(skills.Find(slug) ?? throw new Missing("skill"), skills);

    static IReadOnlyList<CategoryItem> Categories(Skills skills)
    {
        var counts = skills.All.CountBy(s => s.Category).ToDictionary();
        return [.. skills.Categories.Select(c =>
            new CategoryItem(c.Slug, c.Name, c.Label, c.Parent, c.Icon, counts.GetValueOrDefault(c.Slug)))];
    }

    static SkillItem Item(Skill skill, Skills skills) => new(
        skill.Id, skill.Slug, skill.Name, skill.Label, skill.Category, skill.Kind, skill.Difficulty, skill.Icon,
            skill.Aliases,
        Slugs(skill.Prerequisites, skills), Slugs(skill.Related, skills), skill.Demand, skill.IsRetired);

    static string[] Slugs(IReadOnlyList<int> ids, Skills skills) => [.. ids.Select(id => skills.Find(id)!.Slug)];
}
