using System.Globalization;
using System.Text.RegularExpressions;
using Guildhall.Engine.Money;
using Guildhall.Engine.Search;
using Guildhall.Shared;
using Guildhall.Shared.Ui;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>
/// Reads what an address asks for, field by field; what cannot be read is said in words, none of it guessed.
/// </summary>
sealed partial class SearchInput
{
    const int LongestText = 200;

    public Dictionary<string, FormattableString> Errors { get; } = [];

    public string? Text(string? value, string field)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length <= LongestText) return value.Trim();
        Errors[field] = $"Write at most {LongestText} characters.";
        return null;
    }

    /// <summary>The text of the search, read; says so when there is nothing in it to search for.</summary>
    public SearchText Read(
        string? value, Skills skills, SearchIndex index, bool isOfPeople = false,
        params IReadOnlyList<SearchCondition> visible)
    {
        var typed = Text(value, "q");
        var text = new SearchText(typed, skills, index, isOfPeople, visible);
        if (typed is not null && text.IsEmpty)
            Errors["q"] = $"There is nothing in it to search for. Write a word, a skill or a name.";
        return text;
    }

    public int? Number(string? value, string field, int min, int max)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max) return number;
        Errors[field] = $"Write a whole number from {min} to {max}.";
        return null;
    }

    public bool Flag(string? value, string field)
    {
        if (string.IsNullOrWhiteSpace(value) || value is "false") return false;
        if (value is not "true") Errors[field] = $"Write true or leave it out.";
        return value is "true";
    }

    public T? Choice<T>(string? value, string field) where T : struct, Enum
    {
        try { return Shared.Web.Choice.OrNull<T>(value, field); }
        catch (Refused refused) { Errors[field] = refused.Words; return null; }
    }

    public string Currency(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "USD";
        if (Currencies.IsKnown(value.ToUpperInvariant())) return value.ToUpperInvariant();
        Errors["currency"] = $"Choose one of our currencies.";
        return "USD";
    }

    public Money? Amount(string? value, string field, string currency)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (Money.TryParse(value, currency, out var money)) return money;
        Errors[field] = $"Write an amount such as 40 or 1250.50.";
        return null;
    }

    /// <summary>Says so when nothing can lie between the two.</summary>
    public void Range(Money? from, Money? to, string field)
    {
        if (from is { } least && to is { } most && least.Currency == most.Currency && least > most)
            Errors.TryAdd(field, $"The lower end is above the upper end.");
    }

    /// <summary>The code in capitals.</summary>
    public string? Country(string? value)
    {
        if (Text(value, "country") is not { } code) return null;
        if (KnownPlaces.IsCountry(code)) return code.ToUpperInvariant();
        Errors["country"] = $"“{code}” is not a country we know. Write its code of two letters, such as AR.";
        return null;
    }

    /// <summary>The code in small letters.</summary>
    public string? Language(string? value)
    {
        if (Text(value, "language") is not { } code) return null;
        if (KnownPlaces.IsLanguage(code)) return code.ToLowerInvariant();
        Errors["language"] = $"“{code}” is not a language we know. Write its code of two letters, such as es.";
        return null;
    }

    /// <summary>Offset from UTC in minutes.</summary>
    public int? Zone(string? value, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length < 64 && TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone))
            return (int)zone.GetUtcOffset(now).TotalMinutes;
        Errors["timezone"] = $"Write a time zone such as Europe/Madrid.";
        return null;
    }

    /// <summary>Those zones whose working day shares so many hours with the one at this offset, today.</summary>
    public IEnumerable<string> Sharing(int offset, int hours, IEnumerable<string> zones, DateTime now) =>
        zones.Where(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var theirs)
            && SharedHours(offset, (int)theirs.GetUtcOffset(now).TotalMinutes) >= hours);

    public IReadOnlyList<(Skill Skill, int? Level)> Skills(string? value, Skills skills)
    {
        if (Text(value, "skills") is not { } text) return [];
        var found = new List<(Skill, int?)>();
        foreach (var (name, level) in SkillText.Parse(text))
            if (skills.Find(name) is { } skill) found.Add((skill, level));
            else if (NameAndNumber().Match(name) is { Success: true } match
                && skills.Find(match.Groups[1].Value) is not null)
                Errors["skills"] = $"“{name}”: a level is a whole number from 1 to 10.";
            else Errors["skills"] = $"“{name}” is not a skill we know. Choose one from the list.";
        return found;
    }

    [GeneratedRegex(@"^(.+?)(?:\s*:\s*|\s+)[-+]?[0-9.]*$")]
    private static partial Regex NameAndNumber();

    /// <summary>The slug and those below it.</summary>
    public HashSet<string>? Category(string? value, Skills skills)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (skills.Category(value) is not null)
            return [value, .. skills.Categories.Where(c => c.Parent == value).Select(c => c.Slug)];
        Errors["category"] = $"Choose a category from the list.";
        return null;
    }

    /// <summary>Hours two eight-hour days share, the short way round the globe.</summary>
    public static int SharedHours(int one, int other)
    {
        var apart = Math.Abs(one - other) % 1_440;
        return Math.Max(0, 480 - Math.Min(apart, 1_440 - apart)) / 60;
    }
}
