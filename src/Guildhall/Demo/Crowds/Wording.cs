using System.Globalization;
using System.Text.RegularExpressions;

namespace Guildhall.Demo.Crowds;

/// <summary>Fills the gaps of a phrase for one person or job, never twice with the same words.</summary>
/// <param name="skills">Names of the first skills: {skill}, {skill2}.</param>
/// <param name="years">{years}</param>
/// <param name="oneTrade">What every {industry} is: a client is in one trade. Null: each is another.</param>
sealed partial class Wording(
    Phrases phrases, Dice dice, IReadOnlyList<string> skills, int years, string? oneTrade = null)
{
    readonly HashSet<string> used = [];

    /// <summary>With a capital letter at the start of every sentence.</summary>
    public string Fill(string phrase) => SentenceStart().Replace(
        Gap().Replace(phrase, gap => Word(gap.Groups[1].Value)),
        start => start.Value.ToUpper(CultureInfo.InvariantCulture));

    string Word(string gap) => gap switch
    {
        "skill" => skills[0],
        "skill2" => skills[Math.Min(1, skills.Count - 1)],
        "years" => years.ToString(CultureInfo.InvariantCulture),
        "industry" or "industry_short" when oneTrade is not null => oneTrade,
        "industry_short" => Fresh("industry"),
        "trouble_short" => $"when {Fresh("trouble")}",
        _ when gap.StartsWith("n:", StringComparison.Ordinal) => Number(gap[2..]),
        _ => Fresh(gap),
    };

    string Fresh(string slot)
    {
        var words = dice.Pick(phrases.Slots[slot]);
        for (var again = 0; again < 9 && !used.Add(words); again++) words = dice.Pick(phrases.Slots[slot]);
        return words;
    }

    string Number(string range)
    {
        var ends = range.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return dice.Between(ends[0], ends[1]).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(^|(?<=[.!?]\s))\p{Ll}")]
    private static partial Regex SentenceStart();
}
