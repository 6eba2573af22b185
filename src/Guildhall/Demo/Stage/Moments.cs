using Guildhall.Shared;

namespace Guildhall.Demo.Stage;

/// <summary>Turns "twelve days ago" into a moment of somebody's waking day, always before the seeding.</summary>
sealed class Moments(DateTime today)
{
    const int Morning = 8 * 60, Evening = 20 * 60;

    /// <summary>
    /// In the 24 hours that end <paramref name="days"/> days from the seeding (negative: before it), so that what
    /// happens on an earlier day is always earlier.
    /// </summary>
    public DateTime On(int days, string timeZone, string about)
    {
        var end = today.AddDays(days);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = TimeZoneInfo.ConvertTimeFromUtc(end, zone);
        var wish = local.Date.AddMinutes(Chance.Between(Morning, Evening, about, "minute"))
            .AddSeconds(Chance.Between(0, 59, about, "second"));
        return Time.Microseconds(end - (wish > local ? local - wish.AddDays(-1) : local - wish));
    }

    /// <summary>After <paramref name="from"/>, before <paramref name="limit"/>, by day if there is time.</summary>
    /// <param name="part">Which part of the time between passes, 0 to 1.</param>
    public static DateTime Within(DateTime from, DateTime limit, double part, string timeZone)
    {
        var moment = from + (limit - from) * part;
        var local = TimeZoneInfo.ConvertTimeFromUtc(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var awake = moment.AddMinutes(Math.Max(0, Morning - local.TimeOfDay.TotalMinutes));
        return Time.Microseconds(awake < limit ? awake : moment);
    }

    public DateOnly Day(int days) => DateOnly.FromDateTime(today.AddDays(days));

    public static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
    public static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
