using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Taxonomy;

/// <summary>Reads the whole taxonomy, or keeps the snapshot when its version still stands.</summary>
sealed class ReadTaxonomy(Db db)
{
    public async Task<SkillSnapshot> Run(SkillSnapshot? known, CancellationToken ct)
    {
        var version = await db.Set<TaxonomyState>().Select(s => s.Version).SingleAsync(ct);
        if (known is not null && known.Version == version) return known;

        var rows = await db.Set<TaxonomySkill>().AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct);
        var ids = rows.ToDictionary(s => s.Slug, s => s.Id);
        var categories = await db.Set<TaxonomyCategory>().AsNoTracking().OrderBy(c => c.Position).ToListAsync(ct);
        var types = await db.Set<TaxonomyProjectType>().AsNoTracking().OrderBy(t => t.Position).ToListAsync(ct);
        return new SkillSnapshot(version,
            [.. rows.Select(row => Skill(row, ids))],
            rows.Where(row => row.MergedInto is not null).ToDictionary(row => row.Id, row => row.MergedInto!.Value),
            [.. categories.Select(c => new SkillCategory(c.Slug, c.Name, c.NameEs, c.Parent, c.Icon))],
            [.. types.Select(t => new ProjectType(t.Slug, t.SuperType, t.SuperTypeEs, t.Type, t.TypeEs, t.Platform,
                t.PlatformEs, t.Category))]);
    }

    static Skill Skill(TaxonomySkill row, Dictionary<string, int> ids) => new()
    {
        Id = row.Id, Slug = row.Slug, Name = row.Name, NameEs = row.NameEs, Category = row.Category, Kind = row.Kind,
        Difficulty = row.Difficulty, Aliases = row.Aliases, Icon = row.Icon,
        Demand = row.Demand, IsRetired = row.IsRetired,
        Prerequisites = Ids(row.Prerequisites, ids), Related = Ids(row.Related, ids),
    };

    static int[] Ids(List<string> slugs, Dictionary<string, int> ids) =>
        [.. slugs.Where(ids.ContainsKey).Select(slug => ids[slug])];
}
