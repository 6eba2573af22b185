using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments.Public;

/// <param name="Id">The placement; the same again is the same sale.</param>
/// <param name="BuyerId">The freelancer whose available balance pays.</param>
/// <param name="Price">All of it.</param>
/// <param name="From">When it begins, UTC.</param>
/// <param name="Until">When it ends, UTC.</param>
public sealed record PlacementSale(Guid Id, Guid BuyerId, Money Price, DateTime From, DateTime Until);

/// <summary>
/// What the marketplace itself sells, paid out of what a person has earned. Every call joins the caller's transaction,
/// and the same call again is the same movement: it happens once.
/// </summary>
public sealed class Sales(Db db, Books books, Papers papers, TimeProvider clock)
{
    /// <summary>Call it before reading what the sale depends on: no other money moves until the commit.</summary>
    public Task Lock(CancellationToken ct) => books.Lock(ct);

    /// <summary>Available to revenue, with an invoice. Refused when less than the price is available.</summary>
    public Task Placement(PlacementSale sale, CancellationToken ct) => db.Transact(async () =>
    {
        var journal = PlacementJournals.Bought(
            new(Journal(sale.Id, "bought"), clock.Now()), sale.Id, sale.BuyerId, sale.Price);
        if (await books.Post(journal, default, ct)) await papers.ForPlacement(sale, ct);
    }, ct);

    /// <summary>Revenue back to available, with a credit note; nothing when nothing is left to give back.</summary>
    public Task ReturnPlacement(
        Guid placement, Guid buyer, Money unused, CancellationToken ct) => db.Transact(async () =>
    {
        if (unused.IsZero) return;
        var journal = PlacementJournals.Returned(
            new(Journal(placement, "returned"), clock.Now()), placement, buyer, unused);
        if (await books.Post(journal, default, ct)) await papers.ForReturnedPlacement(placement, buyer, unused, ct);
    }, ct);

    /// <summary>What placements brought and was not given back, by currency.</summary>
    public async Task<IReadOnlyList<Money>> PlacementRevenue(CancellationToken ct) =>
        [.. (await db.Set<LedgerAccount>().AsNoTracking().Where(a => a.Kind == AccountKind.PlacementRevenue)
            .OrderBy(a => a.Currency).ToListAsync(ct)).Select(a => a.Money)];

    static Guid Journal(Guid placement, string step) =>
        DeterministicId.From("placement", placement.ToString(), step);
}
