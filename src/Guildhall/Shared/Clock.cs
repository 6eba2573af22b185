namespace Guildhall.Shared;

public static class Time
{
    /// <summary>Now in UTC, cut to the microsecond that both databases keep.</summary>
    public static DateTime Now(this TimeProvider clock) => Microseconds(clock.GetUtcNow().UtcDateTime);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.Now());

    public static DateTime Microseconds(DateTime at) => at.Kind == DateTimeKind.Utc
        ? new DateTime(at.Ticks - at.Ticks % 10, DateTimeKind.Utc)
        : throw new InvalidOperationException("Times are UTC.");
}

/// <summary>The real clock, which a demo or a test may move forward (never back).</summary>
public sealed class MovableClock : TimeProvider
{
    long offsetTicks;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero) throw new Refused($"The clock only moves forward.", "clock_backwards");
        Interlocked.Add(ref offsetTicks, by.Ticks);
    }
}
