using System.Text.RegularExpressions;
using Guildhall.Shared;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>Skills as people type them: "Python 8, k8s: 6, Figma", commas, semicolons or lines between.</summary>
public static partial class SkillClaims
{
    const int NotSaid = 5;

    [GeneratedRegex(@"^(?<name>.+?)(?:\s*[:=]\s*|\s+)(?<level>\d{1,3})$")]
    private static partial Regex NameAndLevel { get; }

    public static IReadOnlyList<(int SkillId, int Level)> Read(Skills skills, string? typed) =>
        [.. Parts(typed).Select(part => One(skills, part))];

    /// <summary>Names without levels.</summary>
    public static IReadOnlyList<string> Names(string? typed) => [.. Parts(typed)];

    public static string Write(Skills skills, IEnumerable<ProfileSkill> claims) =>
        string.Join(", ", claims.Select(c => $"{skills.Label(c.SkillId)} {c.Level}"));

    internal static Skill Known(Skills skills, string word) => skills.Find(word) ?? throw new Refused(
        $"“{Short(word)}” is not a skill we know. Choose from the list.", "unknown_skill", "Skills");

    static (int, int) One(Skills skills, string part)
    {
        // "Python 3" and "Web 2" are names as well: a name that is known wins over a level.
        if (skills.Find(part) is { } whole) return (whole.Id, NotSaid);
        var match = NameAndLevel.Match(part);
        if (!match.Success) return (Known(skills, part).Id, NotSaid);
        var level = int.Parse(match.Groups["level"].Value);
        return SkillLevels.IsValid(level) ? (Known(skills, match.Groups["name"].Value).Id, level)
            : throw new Refused($"A level is a number from 1 to 10.", "bad_level", "Skills");
    }

    static string Short(string word) => word.Length <= 60 ? word : word[..60] + "…";

    static string[] Parts(string? typed) => (typed ?? "").Split([',', ';', '\n', '\r'],
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
