using System.Globalization;
using Guildhall.Shared.Ui;

namespace Guildhall.Accounts;

/// <summary>Languages and time zones the site knows.</summary>
public static class Locale
{
    /// <summary>The asked language if the site speaks it, else that of the request.</summary>
    public static string Language(string? asked) =>
        Words.Languages.Contains(asked) ? asked!
        : Words.Languages.Contains(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName)
            ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName : "en";

    public static string TimeZone(string? asked) => IsTimeZone(asked) ? asked! : "UTC";

    public static bool IsTimeZone(string? id) =>
        id is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;

    /// <summary>Zones with a place name, sorted as they are written.</summary>
    public static IReadOnlyList<string> TimeZones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/"))
            .Append("UTC").Order(StringComparer.Ordinal)];
}
