using Guildhall.Engine.Matching;
using Guildhall.Talent.Taxonomy;

namespace Guildhall.Talent.Public;

/// <summary>
/// The skill taxonomy in memory: look-ups cost no query. Every node reads it again within seconds of an edit, the node
/// that edited at once.
/// </summary>
public sealed class Skills(IServiceScopeFactory scopes)
{
    readonly SemaphoreSlim loading = new(1);
    volatile SkillSnapshot? snapshot;

    // Verbs and tests may ask before the host has started its services.
    SkillSnapshot Now => snapshot ?? Task.Run(() => Refresh(default)).GetAwaiter().GetResult();

    /// <summary>Counts edits; equal versions mean equal taxonomies.</summary>
    public long Version => Now.Version;

    /// <summary>
    /// Changes when names, categories or relations do; how many jobs ask for a skill is not part of it.
    /// </summary>
    public long Meaning => Now.Meaning;

    /// <summary>Skills on offer (not the retired ones), by name.</summary>
    public IReadOnlyList<Skill> All => Now.Offered;

    /// <summary>Finds those on offer in free text.</summary>
    public SkillSuggester Reader => Now.Reader;

    /// <summary>Upper categories first, each followed by its own.</summary>
    public IReadOnlyList<SkillCategory> Categories => Now.Categories;

    public IReadOnlyList<ProjectType> ProjectTypes => Now.ProjectTypes;

    /// <summary>Also finds retired skills; null when there was never such an id.</summary>
    public Skill? Find(int id) => Now.ById.GetValueOrDefault(id);

    /// <summary>By slug, name or alias, in any case and with or without accents. Follows merged skills.</summary>
    public Skill? Find(string word) => Now.Find(word);

    public SkillCategory? Category(string slug) => Now.CategoryBySlug.GetValueOrDefault(slug);

    /// <summary>The name in the reader's language.</summary>
    public string Label(Skill skill) => skill.Label;

    /// <summary>The name in the reader's language; empty for an unknown id.</summary>
    public string Label(int id) => Find(id)?.Label ?? "";

    /// <summary>For pickers: what someone who typed this most likely means, best first.</summary>
    public IReadOnlyList<Skill> Suggest(string? typed, int atMost = 10) => Now.Suggest(typed, atMost);

    /// <summary>Reads the taxonomy if it changed since it was last read.</summary>
    internal async Task<SkillSnapshot> Refresh(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var read = scope.ServiceProvider.GetRequiredService<ReadTaxonomy>();
            if (snapshot is null) await scope.ServiceProvider.GetRequiredService<ImportTaxonomy>().Run(ct);
            return snapshot = await read.Run(snapshot, ct);
        }
        finally
        {
            loading.Release();
        }
    }
}
