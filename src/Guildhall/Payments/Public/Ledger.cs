using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments.Public;

/// <summary>A contract's money at this moment: funded = released + refunded + in escrow.</summary>
/// <param name="Funded">Everything that ever went into escrow.</param>
/// <param name="Released">Gross that went to the freelancer.</param>
/// <param name="Refunded">Gross that went back to the client.</param>
/// <param name="InEscrow">Gross that waits now.</param>
/// <param name="FeesHeld">The client's fees that wait with it.</param>
public sealed record ContractMoney(Money Funded, Money Released, Money Refunded, Money InEscrow, Money FeesHeld);

/// <summary>One person's money in one currency.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Wallet">Refunds and deposits, to pay with.</param>
/// <param name="InEscrow">Funded by this person and not yet released; the fees held are not in it.</param>
/// <param name="Pending">Earned, still clearing.</param>
/// <param name="Available">Earned, may be withdrawn.</param>
/// <param name="InTransit">On the way to the bank.</param>
public sealed record CurrencyBalances(
    string Currency, Money Wallet, Money InEscrow, Money Pending, Money Available, Money InTransit);

/// <summary>What the house holds for others and has earned, in one currency.</summary>
/// <param name="InEscrow">Waits for the approval of work.</param>
/// <param name="Owed">Belongs to clients and freelancers: wallets, clearing, available, on the way to a bank.</param>
/// <param name="Earned">By the house: fees and placements.</param>
public sealed record HouseMoney(Money InEscrow, Money Owed, Money Earned);

/// <summary>The read side of the ledger.</summary>
public sealed class Ledger(Db db)
{
    public async Task<ContractMoney> OfContract(Guid contractId, string currency, CancellationToken ct)
    {
        var holds = await db.Set<EscrowHold>().AsNoTracking().Where(h => h.ContractId == contractId).ToListAsync(ct);
        return new(holds.Select(h => h.Gross).Sum(currency), holds.Select(h => h.Released).Sum(currency),
            holds.Select(h => h.Refunded).Sum(currency), holds.Select(h => h.InEscrow).Sum(currency),
            holds.Where(h => h.State == HoldState.Held).Select(h => h.Fee).Sum(currency));
    }

    /// <summary>One entry per currency that ever moved, by its letters.</summary>
    public async Task<IReadOnlyList<HouseMoney>> OfHouse(CancellationToken ct)
    {
        var sums = await db.Set<LedgerAccount>().AsNoTracking().GroupBy(a => new { a.Kind, a.Currency })
            .Select(g => new { g.Key.Kind, g.Key.Currency, Minor = g.Sum(a => a.Balance) }).ToListAsync(ct);
        return [.. sums.GroupBy(s => s.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            return new HouseMoney(In(AccountKind.Escrow), In(AccountKind.ClientWallet, AccountKind.FreelancerPending,
                AccountKind.FreelancerAvailable, AccountKind.PayoutsInTransit),
                In(AccountKind.FeeRevenue, AccountKind.PlacementRevenue));

            Money In(params AccountKind[] kinds) => new(g.Where(s => kinds.Contains(s.Kind)).Sum(s => s.Minor), g.Key);
        })];
    }

    /// <summary>Whether the last check of all journals found them intact; null: none was made yet.</summary>
    public async Task<bool?> IsIntact(CancellationToken ct)
    {
        var last = await db.Set<LedgerVerdict>().AsNoTracking().OrderByDescending(v => v.At).FirstOrDefaultAsync(ct);
        return last?.IsIntact;
    }

    /// <summary>One entry per currency this person ever had, the largest first; empty for a newcomer.</summary>
    public async Task<IReadOnlyList<CurrencyBalances>> Of(Guid accountId, CancellationToken ct)
    {
        var pockets = await db.Set<LedgerAccount>().AsNoTracking().Where(a => a.OwnerId == accountId)
            .GroupBy(a => new { a.Kind, a.Currency })
            .Select(g => new { g.Key.Kind, g.Key.Currency, Minor = g.Sum(a => a.Balance) }).ToListAsync(ct);
        return [.. pockets.GroupBy(p => p.Currency).OrderByDescending(g => g.Sum(p => p.Minor)).Select(g =>
        {
            return new CurrencyBalances(g.Key, In(AccountKind.ClientWallet), In(AccountKind.Escrow),
                In(AccountKind.FreelancerPending), In(AccountKind.FreelancerAvailable),
                In(AccountKind.PayoutsInTransit));

            Money In(AccountKind kind) => new(g.Where(p => p.Kind == kind).Sum(p => p.Minor), g.Key);
        })];
    }
}
