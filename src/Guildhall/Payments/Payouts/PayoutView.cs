using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>A payout as its owner sees it. <c>Cash</c> is what reaches the bank; <c>ReceiptId</c> is there once it
/// did; <c>HeldUntil</c> is when a hold ends by itself.</summary>
public sealed record PayoutView(Guid Id, PayoutState State, DateTime Since, DateTime RequestedAt, Money Amount,
    Money Fee, Money Cash, string? Account, string? Reason, DateTime? HeldUntil, Guid? ReceiptId)
{
    /// <summary>The bank has not finished with it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsMoving => State is PayoutState.Processing or PayoutState.InTransit;

    public static PayoutView Of(Payout p, string? account, Guid? receipt = null) => new(
        p.Id, p.State, p.Since, p.RequestedAt, p.Amount, p.Fee, p.Cash, account, p.Reason, p.HeldUntil,
        receipt);
}

/// <summary>A person's payouts, the newest first.</summary>
public sealed class Payouts(Db db)
{
    public async Task<Page<PayoutView>> Page(Guid ownerId, string? cursor, int? size, CancellationToken ct)
    {
        var mine = db.Set<Payout>().AsNoTracking().Where(p => p.OwnerId == ownerId);
        if (cursor is not null)
        {
            var (at, id) = Cursor.TimeAndId(cursor);
            mine = mine.Where(p => p.RequestedAt < at || p.RequestedAt == at && p.Id.CompareTo(id) < 0);
        }
        var take = Cursor.Size(size);
        var rows = await mine.OrderByDescending(p => p.RequestedAt).ThenByDescending(p => p.Id).Take(take + 1)
            .ToListAsync(ct);
        var shown = rows.Take(take).ToList();
        var next = rows.Count > take ? Cursor.Of(shown[^1].RequestedAt, shown[^1].Id) : null;
        return new(await Views(shown, ct), next);
    }

    public async Task<PayoutView> One(Guid ownerId, Guid id, CancellationToken ct)
    {
        var payout = await db.Set<Payout>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id
            && p.OwnerId == ownerId, ct);
        return (await Views([payout ?? throw new Missing("payout")], ct))[0];
    }

    async Task<IReadOnlyList<PayoutView>> Views(List<Payout> payouts, CancellationToken ct)
    {
        var (ids, methodIds) = (payouts.Select(p => p.Id).ToArray(), payouts.Select(p =>
            p.MethodId).Distinct().ToArray());
        var methods = await db.Set<PayoutMethod>().AsNoTracking().Where(m => methodIds.Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, m => m.Shown, ct);
        var receipts = await db.Set<Paper>().AsNoTracking().Where(p => p.Kind == PaperKind.Payout
            && ids.Contains(p.SubjectId))
            .ToDictionaryAsync(p => p.SubjectId, p => p.Id, ct);
        return [.. payouts.Select(p => PayoutView.Of(
            p, methods[p.MethodId], receipts.TryGetValue(p.Id, out var receipt) ? receipt : null))];
    }

    public static void Map(Routes routes)
    {
        routes.Api.Get("/payouts", Who.SignedIn, Rate.Read, DataClass.Own,
            (ClaimsPrincipal user, Payouts payouts, CancellationToken ct, string? cursor = null, int? size = null) =>
                payouts.Page(user.UserId(), cursor, size, ct))
            .WithSummary("Your withdrawals");
        routes.Api.Get("/payouts/{id:guid}", Who.SignedIn, Rate.Read, DataClass.Own,
            (Guid id, ClaimsPrincipal user, Payouts payouts, CancellationToken ct) => payouts.One(user.UserId(), id,
                ct))
            .WithSummary("One of your withdrawals and where it stands");
    }
}
