using Guildhall.Talent.Profiles;

namespace Guildhall.Talent.Public;

/// <summary>Countries and languages that a profile may name.</summary>
public static class KnownPlaces
{
    /// <summary>ISO 3166 alpha-2, in any case.</summary>
    public static bool IsCountry(string code) => Places.IsCountry(code);

    /// <summary>ISO 639 of two letters, in any case.</summary>
    public static bool IsLanguage(string code) => Places.IsLanguage(code.ToLowerInvariant());

    /// <summary>Every language: its code and its name in the reader's language, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Languages => Places.Languages;

    /// <summary>The name of a language in the reader's language.</summary>
    public static string Language(string code) => Places.Language(code);

    /// <summary>The code in small letters, without a region: "es" of "es-MX". Null: no language we know.</summary>
    public static string? LanguageCode(string? text)
    {
        var code = text?.Split('-', '_')[0].Trim().ToLowerInvariant();
        return code is not null && Places.IsLanguage(code) ? code : null;
    }

    /// <summary>The code of a code or a name, in English, Spanish or the language itself.</summary>
    public static string? FindLanguage(string text) => Places.FindLanguage(text) ?? LanguageCode(text);
}
