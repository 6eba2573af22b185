using System.Globalization;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Matching.SavedSearches;
using Guildhall.Shared.Ui;
using Guildhall.Talent.Public;
using Microsoft.AspNetCore.WebUtilities;

namespace Guildhall.Matching;

/// <summary>What a search asks for, in the words of its removable filters, in the language of whoever reads.</summary>
public sealed class AskedInWords(Words words, MatchWords matchWords, Skills skills)
{
    static readonly string[] talent =
    [
        "q", "skills", "category", "min_rate", "max_rate", "country", "language", "timezone", "hours", "available",
        "rating", "verified", "portfolio",
    ];
    static readonly string[] jobs =
    [
        "q", "skills", "category", "type", "pay", "min_budget", "max_budget", "posted", "country", "language",
        "timezone",
    ];

    /// <summary>Each filter with its key in the address.</summary>
    /// <param name="kind">What is searched for.</param>
    /// <param name="asked">What the address says under a key; null: nothing.</param>
    public IEnumerable<(string Key, string Words)> Parts(SearchKind kind, Func<string, string?> asked)
    {
        foreach (var key in kind == SearchKind.Talent ? talent : jobs)
            if (asked(key) is { Length: > 0 } value && Part(kind, key, value.Trim(), asked) is { } said)
                yield return (key, said);
    }

    /// <summary>Skills that a text names by other words than their names, or among others, to be taken out.</summary>
    public IEnumerable<(string Words, string Href)> Named(TextRead? text, SearchLink link)
    {
        if (text is null || text.Skills.Count + text.Beside.Count < 2) yield break;
        foreach (var (id, said) in text.Skills)
            yield return (skills.Label(id) is var label && label.Equals(said, StringComparison.OrdinalIgnoreCase)
                ? label : words["{0}, from “{1}”", label, said], link.WithoutWords(said));
    }

    /// <summary>All of it in one line: "Spanish, React at 6 or more, up to €60 an hour".</summary>
    /// <param name="kind">What is searched for.</param>
    /// <param name="query">As in the address, behind the question mark.</param>
    public string Line(SearchKind kind, string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        var line = string.Join(", ", Parts(kind, key => asked.TryGetValue(key, out var value) ? value[0] : null)
            .Select(p => p.Words));
        return line.Length == 0 ? line : char.ToUpper(line[0], CultureInfo.CurrentUICulture) + line[1..];
    }

    string? Part(SearchKind kind, string key, string value, Func<string, string?> asked) => key switch
    {
        "q" => $"“{value}”",
        "skills" => string.Join(", ", SkillText.Parse(value).Select(s => Skill(kind, s.Name, s.Level))),
        "category" => skills.Category(value)?.Label ?? value,
        "min_rate" => words["from {0} an hour", Amount(value, asked)],
        "max_rate" => words["up to {0} an hour", Amount(value, asked)],
        "min_budget" => words["pays at least {0}", Amount(value, asked)],
        "max_budget" => words["pays at most {0}", Amount(value, asked)],
        "country" => MatchWords.Country(value),
        "language" => MatchWords.Language(value),
        "timezone" when asked("overlap") is { Length: > 0 } hours =>
            words["shares {0} hours a day with {1}", hours, value],
        "timezone" => words["shares hours with {0}", value],
        "hours" => words["{0} hours a week free", value],
        "available" => value == "true" ? words["can start within a week"] : null,
        "rating" => words["{0} stars and more", value],
        "verified" => value == "true" ? words["verified"] : null,
        "portfolio" => words["portfolio: {0}", value],
        "posted" => value == "1" ? words["posted today"] : words["posted within {0} days", value],
        "type" => Enum.TryParse<JobKind>(value, true, out var type) ? matchWords.Of(type) : value,
        "pay" => Enum.TryParse<PayType>(value, true, out var pay) ? matchWords.Of(pay) : value,
        _ => null,
    };

    string Skill(SearchKind kind, string name, int? level)
    {
        var label = skills.Find(name)?.Label ?? name;
        return level is not { } asked ? label
            : kind == SearchKind.Talent ? words["{0} at {1} or more", label, asked]
            : words["{0} at {1} at most", label, asked];
    }

    // Whole amounts without their zeros: "€60".
    static string Amount(string value, Func<string, string?> asked)
    {
        var code = asked("currency") is { Length: > 0 } said ? said.ToUpperInvariant() : "USD";
        if (!Currencies.IsKnown(code) || !Money.TryParse(value, code, out var money)) return value;
        var text = money.ToString();
        var zeros = new string('0', Currencies.Get(code).Exponent);
        return zeros.Length == 0 || money.Minor % Currencies.Get(code).UnitsPerMajor != 0 ? text
            : text.Replace(CultureInfo.CurrentCulture.NumberFormat.CurrencyDecimalSeparator + zeros, "");
    }
}
