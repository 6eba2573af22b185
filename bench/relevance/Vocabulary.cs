using Guildhall.Engine.Matching;
using Guildhall.Engine.Search;

namespace Guildhall.Relevance;

/// <summary>
/// Names to skills: the product's taxonomy with its aliases, and every other name of the data as a skill of its own, as
/// an administrator would have added it.
/// </summary>
sealed class Vocabulary
{
    const int FirstOwn = 100_000;

    readonly Dictionary<string, int> ids = [];

    public Vocabulary(IEnumerable<string> names)
    {
        foreach (var entry in Taxonomy())
        {
            Entries.Add(entry);
            foreach (var name in entry.Aliases.Prepend(entry.Name)) ids.TryAdd(Tokenizer.Normalize(name), entry.Id);
        }
        foreach (var name in names.Select(Tokenizer.Normalize).Distinct().Order(StringComparer.Ordinal))
            if (name.Length > 0 && ids.TryAdd(name, FirstOwn + ids.Count)) Entries.Add(new(ids[name], name));
    }

    public List<SkillEntry> Entries { get; } = [];

    public int[] Ids(IEnumerable<string> names) => [.. names
        .Select(n => ids.GetValueOrDefault(Tokenizer.Normalize(n), -1)).Where(id => id >= 0).Distinct()];

    /// <summary>The taxonomy as it ships; aliases include the Spanish name and the slug read as words.</summary>
    public static IEnumerable<SkillEntry> Taxonomy()
    {
        using var reader = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream("skills.tsv")!);
        var header = reader.ReadLine()!.Split('\t').ToList();
        var (slug, name, spanish, aliases) =
            (header.IndexOf("slug"), header.IndexOf("name"), header.IndexOf("name_es"), header.IndexOf("aliases"));
        for (var id = 1; reader.ReadLine() is { } line; id++)
        {
            var cells = line.Split('\t');
            yield return new(id, cells[name])
            {
                Aliases = [.. cells[aliases].Split(',').Append(cells[spanish]).Append(cells[slug].Replace('-', ' '))
                    .Select(a => a.Trim()).Where(a => a.Length > 0)],
            };
        }
    }
}
