using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>What waits for an operator's decision, the oldest first.</summary>
public sealed class HeldPayouts(Db db, People people)
{
    const int Most = 200;

    /// <param name="Id">The payout.</param>
    /// <param name="OwnerId">Who withdraws.</param>
    /// <param name="Owner">Their name.</param>
    /// <param name="Amount">All of it, the fee included.</param>
    /// <param name="Account">The bank account, shortened.</param>
    /// <param name="RequestedAt">When it was asked for.</param>
    /// <param name="Reason">Why it is held.</param>
    /// <param name="Until">When it is sent by itself; null: never without a decision.</param>
    public sealed record Item(Guid Id, Guid OwnerId, string Owner, Money Amount, string Account, DateTime RequestedAt,
        string Reason, DateTime? Until);

    public Task<int> Count(CancellationToken ct) =>
        db.Set<Payout>().CountAsync(p => p.State == PayoutState.Held, ct);

    public async Task<IReadOnlyList<Item>> List(CancellationToken ct)
    {
        var rows = await db.Set<Payout>().AsNoTracking().Where(p => p.State == PayoutState.Held)
            .Join(db.Set<PayoutMethod>(), p => p.MethodId, m => m.Id, (p, m) => new { Payout = p, Method = m })
            .OrderBy(r => r.Payout.RequestedAt).Take(Most).ToListAsync(ct);
        var owners = await people.Many(rows.Select(r => r.Payout.OwnerId), ct);
        return [.. rows.Select(r => new Item(r.Payout.Id, r.Payout.OwnerId, owners[r.Payout.OwnerId].Name,
            r.Payout.Amount, r.Method.Shown, r.Payout.RequestedAt, r.Payout.Reason!, r.Payout.HeldUntil))];
    }
}
