using System.Globalization;
using System.Text.RegularExpressions;

namespace Guildhall.Shared.Ui;

/// <summary>Skills as people type them: "C# 7, PostgreSQL:5, Node.js".</summary>
public static partial class SkillText
{
    /// <summary>Names in the order written, each once; the level, when there is one, is 1 to 10.</summary>
    public static IReadOnlyList<(string Name, int? Level)> Parse(string? text) =>
        [.. (text ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(One).DistinctBy(s => s.Name, StringComparer.OrdinalIgnoreCase)];

    public static string Write(IEnumerable<(string Name, int? Level)> skills) =>
        string.Join(", ", skills.Select(s => s.Level is { } level ? $"{s.Name} {level}" : s.Name));

    static (string Name, int? Level) One(string part) =>
        NameAndLevel().Match(part) is { Success: true } match
            ? (match.Groups[1].Value.Trim(), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : (part, null);

    [GeneratedRegex(@"^(.+?)(?:\s*:\s*|\s+)(10|[1-9])$")]
    private static partial Regex NameAndLevel();
}
