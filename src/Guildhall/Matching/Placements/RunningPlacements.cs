using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Matching.Placements;

/// <summary>
/// Who has paid for the slot at this moment, kept in memory on every node so that a search asks no table. Read again
/// when one is bought or ended; beginning and end follow from the clock.
/// </summary>
public sealed class RunningPlacements(IServiceScopeFactory scopes, TimeProvider clock)
{
    sealed record Stretch(Guid Who, DateTime From, DateTime Until);

    sealed record Known(int Heard, Stretch[] Stretches);

    volatile Known? known;
    int told;
    NodeSignal? signal;

    /// <summary>Something was bought or ended: the next reader of every node reads again.</summary>
    public NodeSignal Signal => signal ??= new("placements", () => Interlocked.Increment(ref told));

    /// <summary>Each person once, in no order.</summary>
    public async ValueTask<IReadOnlyCollection<Guid>> Now(CancellationToken ct)
    {
        var now = clock.Now();
        var all = known is { } kept && kept.Heard == Volatile.Read(ref told) ? kept : known = await Read(now, ct);
        return all.Stretches.Length == 0 ? []
            : all.Stretches.Where(s => s.From <= now && now < s.Until).Select(s => s.Who).ToHashSet();
    }

    async Task<Known> Read(DateTime now, CancellationToken ct)
    {
        // Heard before it is read: what is said meanwhile makes the next reader read again.
        var heard = Volatile.Read(ref told);
        await using var scope = scopes.CreateAsyncScope();
        return new(heard, await scope.ServiceProvider.GetRequiredService<Db>().Set<Placement>().AsNoTracking()
            .Where(p => p.StoppedAt == null && p.EndsAt > now)
            .Select(p => new Stretch(p.FreelancerId, p.StartsAt, p.EndsAt)).ToArrayAsync(ct));
    }
}
