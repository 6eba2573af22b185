using System.Security.Cryptography;
using System.Text;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Taxonomy;

/// <summary>The taxonomy that comes with the program: three tab-separated files with a header row.</summary>
static class TaxonomyFiles
{
    static readonly string[] Files = ["categories", "project_types", "skills"];

    public static readonly string Hash = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\f', Files.Select(Text)))));

    public static IEnumerable<TaxonomyCategory> Categories() => Rows("categories").Select((row, i) =>
        new TaxonomyCategory
        {
            Slug = row["slug"]!, Position = i, Name = row["name"]!, NameEs = row["name_es"], Parent = row["parent"],
            Icon = row["icon"],
        });

    public static IEnumerable<TaxonomyProjectType> ProjectTypes() => Rows("project_types").Select((row, i) =>
        new TaxonomyProjectType
        {
            Slug = row["slug"]!, Position = i, SuperType = row["super_type"]!, SuperTypeEs = row["super_type_es"],
            Type = row["type"], TypeEs = row["type_es"], Platform = row["platform"], PlatformEs = row["platform_es"],
            Category = row["category"]!,
        });

    public static IEnumerable<(string Slug, SkillWords Words)> Skills() => Rows("skills").Select(row =>
        (row["slug"]!, new SkillWords(
        row["name"]!, row["name_es"], row["category"]!, Enum.Parse<SkillKind>(row["kind"]!, ignoreCase: true),
        int.Parse(row["difficulty"]!), List(row["prerequisites"]), List(row["aliases"]), List(row["related"]),
        row["icon"])));

    static string[] List(string? cell) =>
        cell?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    // An empty cell is null.
    static IEnumerable<Dictionary<string, string?>> Rows(string file)
    {
        var lines = Text(file).TrimEnd('\n').Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).ToArray();
        return lines.Skip(1).Select(cells =>
            lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second is "" ? null : c.Second));
    }

    static string Text(string file)
    {
        var assembly = typeof(TaxonomyFiles).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".taxonomy.{file}.tsv"));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
