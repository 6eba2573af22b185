using System.Globalization;

namespace Guildhall.Shared.Ui;

/// <summary>A day as a person writes it, in the language of whoever reads: 14 March 2026.</summary>
static class Dates
{
    static string Format => Look.Language == "es" ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy";

    /// <summary>Of the year that is meant anyway: 14 March.</summary>
    public static string DayInWords(this DateOnly day) =>
        day.ToString(Look.Language == "es" ? "d 'de' MMMM" : "d MMMM", CultureInfo.CurrentUICulture);

    public static string InWords(this DateOnly day) => day.ToString(Format, CultureInfo.CurrentUICulture);

    public static string InWords(this DateTime at) => at.ToString(Format, CultureInfo.CurrentUICulture);
}
