using Guildhall.Shared;

namespace Guildhall.Demo.Stage;

/// <summary>The clock of the tale: it stands still within an act and only goes forward between acts.</summary>
sealed class StoryClock(DateTime today) : TimeProvider
{
    DateTime at = today.AddYears(-4);

    /// <summary>The moment of seeding: the end of the tale.</summary>
    public DateTime Today { get; } = Time.Microseconds(today);

    public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);

    public void GoTo(DateTime moment)
    {
        if (moment > at) at = Time.Microseconds(moment);
    }
}
