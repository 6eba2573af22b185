using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Guildhall.Shared.Ui;

namespace Guildhall.Talent.Profiles;

/// <summary>Countries, languages and time zones people may name, with their names in the reader's language.</summary>
public static class Places
{
    static readonly ConcurrentDictionary<string, (string, string)[]> countries = new(), languages = new();

    static readonly HashSet<string> CountryCodes = [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => c.Name.Split('-')[^1]).Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper))];

    static readonly HashSet<string> LanguageCodes = [.. CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Select(c => c.Name).Where(code => code.Length == 2 && code.All(char.IsAsciiLetterLower))];

    static readonly Lazy<Dictionary<string, string>> languageNames = new(LanguageNames);

    // Unsorted: the framework would sort by display names, which it has to ask for one by one.
    public static IReadOnlyList<string> TimeZones { get; } = [.. TimeZoneInfo.GetSystemTimeZones(skipSorting: true)
        .Select(z => z.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/")).Append("UTC")
        .Order(StringComparer.Ordinal)];

    public static bool IsCountry(string code) => CountryCodes.Contains(code.Trim().ToUpperInvariant());
    public static bool IsLanguage(string code) => LanguageCodes.Contains(code);

    public static bool IsTimeZone(string id) => id.Length < 64 && TimeZones.Contains(id);

    /// <summary>Code and name, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Countries => Named(countries, CountryCodes, Country);

    /// <summary>Code and name, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages => Named(languages, LanguageCodes, Language);

    // The framework names a region only inside a culture's name: "inglés (Alemania)".
    public static string Country(string code) =>
        CultureInfo.GetCultureInfo($"en-{code}").DisplayName is var name && name.IndexOf('(') is > 0 and var at
            ? name[(at + 1)..].TrimEnd(')') : code;

    public static string Language(string code)
    {
        var name = CultureInfo.GetCultureInfo(code).DisplayName;
        return name.Length == 0 ? code : char.ToUpper(name[0], CultureInfo.CurrentUICulture) + name[1..];
    }

    /// <summary>By its name, with or without accents: in a language of the site or in the language itself.</summary>
    public static string? FindLanguage(string name) => languageNames.Value.GetValueOrDefault(Plain(name));

    static Dictionary<string, string> LanguageNames()
    {
        var (names, reader) = (new Dictionary<string, string>(), CultureInfo.CurrentUICulture);
        try
        {
            foreach (var spoken in Words.Languages)
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(spoken); // the framework names in it
                foreach (var (code, name) in Languages) names.TryAdd(Plain(name), code);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
        foreach (var code in LanguageCodes) names.TryAdd(Plain(CultureInfo.GetCultureInfo(code).NativeName), code);
        return names;
    }

    static string Plain(string name) => string.Concat(name.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    /// <summary>"UTC+2", as it is at the given moment.</summary>
    public static string Offset(string timeZone, DateTime now)
    {
        var minutes = OffsetMinutes(timeZone, now);
        var (hours, rest) = (Math.Abs(minutes) / 60, Math.Abs(minutes) % 60);
        return minutes == 0 ? "UTC" : $"UTC{(minutes < 0 ? "−" : "+")}{hours}{(rest == 0 ? "" : $":{rest:00}")}";
    }

    public static int OffsetMinutes(string timeZone, DateTime now) =>
        (int)TimeZoneInfo.FindSystemTimeZoneById(timeZone).GetUtcOffset(now).TotalMinutes;

    static (string, string)[] Named(
        ConcurrentDictionary<string, (string, string)[]> cache, HashSet<string> codes, Func<string, string> name) =>
        cache.GetOrAdd(CultureInfo.CurrentUICulture.Name, culture => [.. codes.Select(code => (code, name(code)))
            .OrderBy(pair => pair.Item2, StringComparer.Create(CultureInfo.GetCultureInfo(culture),
                ignoreCase: true))]);
}
