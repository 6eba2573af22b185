using Guildhall.Shared;

namespace Guildhall.Demo.Stage;

/// <summary>Everything that happens, in the order of time, timers between the acts when they are due.</summary>
sealed class Tale(Theatre theatre)
{
    readonly PriorityQueue<Func<Task>, (DateTime At, int Order)> acts = new();
    int planned;

    public int Played { get; private set; }

    /// <summary>Plans an act. One that would come after the seeding has not happened yet and is left out.</summary>
    public void At(DateTime moment, Func<Task> act)
    {
        if (moment <= theatre.Clock.Today) acts.Enqueue(act, (moment, planned++));
    }

    public async Task Play()
    {
        while (acts.TryDequeue(out var act, out var when))
        {
            await Timers(when.At);
            theatre.Clock.GoTo(when.At);
            await act();
            await theatre.Db.SaveChangesAsync();
            theatre.Db.ChangeTracker.Clear();
            await theatre.Outbox.Drain(theatre.Services, theatre.Db);
            Played++;
        }
        await Timers(theatre.Clock.Today);
        theatre.Clock.GoTo(theatre.Clock.Today);
    }

    async Task Timers(DateTime until)
    {
        while (theatre.Outbox.NextTimer is { } due && due <= until)
        {
            await theatre.Outbox.FireNext(theatre.Services, theatre.Db);
            await theatre.Outbox.Drain(theatre.Services, theatre.Db);
        }
    }
}
