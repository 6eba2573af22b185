using Guildhall.Talent.Profiles;

namespace Guildhall.Talent.Public;

/// <summary>Countries and languages that a profile may name.</summary>
public static class KnownPlaces
{
    /// <summary>ISO 3166 alpha-2, in any case.</summary>
    public static bool IsCountry(string code) => Places.IsCountry(code);

    /// <summary>ISO 639 of two letters, in any case.</summary>
    public static bool IsLanguage(string code) => Places.IsLanguage(code.ToLowerInvariant());
}
