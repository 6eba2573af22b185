namespace Guildhall.Engine.Matching;

/// <summary>Arithmetic of working days, Monday to Friday. Public holidays are not known here.</summary>
public static class WorkDays
{
    /// <summary>Working days from one day to another, both included; 0 when the last is before the first.</summary>
    public static int Between(DateOnly first, DateOnly last) =>
        last < first ? 0 : Before(last.DayNumber + 1) - Before(first.DayNumber);

    /// <summary>The day itself, or the Monday after it.</summary>
    public static DateOnly OnOrAfter(DateOnly day) => (day.DayNumber % 7) switch
    {
        5 => At(day.DayNumber + 2L),
        6 => At(day.DayNumber + 1L),
        _ => day,
    };

    /// <summary>
    /// The last of <paramref name="days"/> ≥ 1 working days that begin on <paramref name="first"/>, a working day.
    /// </summary>
    public static DateOnly Last(DateOnly first, int days)
    {
        var rest = days - 1;
        var weekday = first.DayNumber % 7;
        return At(first.DayNumber + rest / 5 * 7L + rest % 5 + (weekday + rest % 5 > 4 ? 2 : 0));
    }

    // Day number 0, 1 January of year 1, was a Monday: numbers modulo 7 from 0 to 4 are working days.
    static int Before(int dayNumber) => dayNumber / 7 * 5 + Math.Min(dayNumber % 7, 5);

    static DateOnly At(long dayNumber) => DateOnly.FromDayNumber((int)Math.Min(dayNumber, DateOnly.MaxValue.DayNumber));
}
