using System.Globalization;

namespace Guildhall.Engine.Matching;

/// <summary>What one term speaks for, in words: "react" → next.js 250, redux 250 …</summary>
/// <param name="Term">A skill's name or, when <paramref name="IsWord"/>, words of a title.</param>
/// <param name="IsWord">True for words that are not the name of a skill.</param>
/// <param name="Targets">Names of skills and the chance in thousandths that work with the term needs them.</param>
public sealed record KnowledgeLine(string Term, bool IsWord, IReadOnlyList<(string Skill, int Permille)> Targets);

/// <summary>
/// The knowledge that comes with the program, learned by <c>bench/relevance learn</c> from open data and curated pairs
/// (attribution in NOTICE). It knows names, not ids: <see cref="SkillKnowledge"/> reads it against a site's taxonomy.
/// </summary>
public static class ShippedKnowledge
{
    /// <summary>First letters of a line about words.</summary>
    public const string WordMark = "word:";

    static readonly Lazy<(string Version, KnowledgeLine[] Lines)> shipped = new(Load);

    /// <summary>The shipped lines.</summary>
    public static IReadOnlyList<KnowledgeLine> Lines => shipped.Value.Lines;

    /// <summary>Name of this edition, from the file's first line.</summary>
    public static string Version => shipped.Value.Version;

    /// <summary>Reads lines of the form <c>term TAB skill:permille TAB skill:permille …</c>.</summary>
    public static IEnumerable<KnowledgeLine> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '!') continue;
            var cells = line.Split('\t');
            var isWord = cells[0].StartsWith(WordMark, StringComparison.Ordinal);
            var term = isWord ? cells[0][WordMark.Length..] : cells[0];
            yield return new(term, isWord, [.. cells.Skip(1).Select(Target)]);
        }
    }

    static (string, int) Target(string cell)
    {
        var colon = cell.LastIndexOf(':');
        return (cell[..colon], int.Parse(cell.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture));
    }

    static (string, KnowledgeLine[]) Load()
    {
        var assembly = typeof(ShippedKnowledge).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream("knowledge.tsv")!);
        var version = reader.ReadLine()!.TrimStart('!', ' ');
        return (version, [.. Read(reader)]);
    }
}
