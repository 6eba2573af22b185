using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Taxonomy;

/// <summary>
/// Brings the program's taxonomy files into the database when they are not the ones imported last. Rows that an
/// administrator edited stay as they are; ids never change.
/// </summary>
sealed class ImportTaxonomy(Db db)
{
    public async Task Run(CancellationToken ct)
    {
        if (await db.Set<TaxonomyState>().AnyAsync(s => s.ContentHash == TaxonomyFiles.Hash, ct)) return;
        try
        {
            await db.Transact(() => Import(ct), ct);
        }
        catch (Refused) // another node imports the same files at the same moment
        {
            db.ChangeTracker.Clear();
        }
    }

    async Task Import(CancellationToken ct)
    {
        await Skills(ct);
        await Shelves(ct);
        var state = await db.Set<TaxonomyState>().SingleOrDefaultAsync(ct);
        if (state is null) db.Add(state = new());
        state.ContentHash = TaxonomyFiles.Hash;
    }

    async Task Skills(CancellationToken ct)
    {
        var known = await db.Set<TaxonomySkill>().ToDictionaryAsync(s => s.Slug, ct);
        var next = known.Values.Select(s => s.Id).DefaultIfEmpty(0).Max() + 1;
        var edited = known.Values.Where(s => s.IsEdited).ToList();
        var taken = edited.SelectMany(s => TermsOf(s.Slug, s.Name, s.NameEs, s.Aliases)).ToHashSet();
        var offered = new HashSet<string>();
        foreach (var (slug, words) in TaxonomyFiles.Skills())
        {
            offered.Add(slug);
            if (!known.TryGetValue(slug, out var skill)) db.Add(skill = new() { Id = next++, Slug = slug });
            // A word that an administrator gave to another skill is that skill's.
            skill.Import(words with { Aliases = [.. words.Aliases.Where(alias => !taken.Contains(Fold.Text(alias)))] });
        }
        foreach (var gone in known.Values.Where(s => !offered.Contains(s.Slug))) gone.Drop();
    }

    async Task Shelves(CancellationToken ct)
    {
        var categories = await db.Set<TaxonomyCategory>().ToDictionaryAsync(c => c.Slug, ct);
        foreach (var read in TaxonomyFiles.Categories())
            if (categories.TryGetValue(read.Slug, out var stored)) db.Entry(stored).CurrentValues.SetValues(read);
            else db.Add(read);
        var types = await db.Set<TaxonomyProjectType>().ToDictionaryAsync(t => t.Slug, ct);
        foreach (var read in TaxonomyFiles.ProjectTypes())
            if (types.TryGetValue(read.Slug, out var stored)) db.Entry(stored).CurrentValues.SetValues(read);
            else db.Add(read);
    }

    internal static IEnumerable<string> TermsOf(
        string slug, string name, string? nameEs, IEnumerable<string> aliases) =>
        aliases.Append(slug).Append(name).Append(nameEs ?? name).Select(Fold.Text);
}
