using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>
/// The owner takes a held payout back, or an operator decides on it. What is not sent is available again, all of it.
/// </summary>
public sealed class StopPayout(Db db, Books books, SendPayout send, TimeProvider clock)
{
    public Task Cancel(Guid payoutId, Guid ownerId, CancellationToken ct) => db.Transact(async () =>
    {
        await books.Lock(ct);
        var payout = await Find(payoutId, ct);
        if (payout.OwnerId != ownerId) throw new Missing("payout");
        if (payout.State == PayoutState.Cancelled) return;
        if (payout.IsUnderWay && payout.State != PayoutState.Held)
            throw new Refused($"This withdrawal is already on its way to the bank.", "payout_state");
        payout.Do(PayoutVerb.Cancel, clock.Now());
        await GiveBack(payout, ct);
        db.Record(ownerId, "payout.cancelled", "payout", payoutId);
    }, ct);

    public Task Approve(Guid payoutId, Guid adminId, CancellationToken ct) => db.Transact(async () =>
    {
        await books.Lock(ct);
        var payout = await Held(payoutId, adminId, ct);
        send.Approve(payout);
        await db.Unschedule(SendPayout.EndOfHold(payoutId), ct);
        db.Record(adminId, "payout.approved", "payout", payoutId);
    }, ct);

    /// <param name="payoutId">A held payout.</param>
    /// <param name="reason">What its owner reads, 10 to 500 characters.</param>
    /// <param name="adminId">Who decides; not its owner.</param>
    /// <param name="ct">Stops the work.</param>
    public Task Reject(Guid payoutId, string? reason, Guid adminId, CancellationToken ct)
    {
        new Check().Text(reason, "reason", 500, min: 10).ThrowIfAny();
        return db.Transact(async () =>
        {
            await books.Lock(ct);
            var payout = await Held(payoutId, adminId, ct);
            payout.Do(PayoutVerb.Reject, clock.Now(), reason!.Trim());
            await GiveBack(payout, ct);
            db.Publish(new PayoutRejected(payoutId, payout.OwnerId, payout.Amount, reason.Trim()));
            db.Record(adminId, "payout.rejected", "payout", payoutId, new { reason });
        }, ct);
    }

    async Task GiveBack(Payout payout, CancellationToken ct)
    {
        await books.Post(
            PayoutJournals.Returned(new(RequestPayout.Journal(payout.Id, "returned"), clock.Now()),
                payout.Id, payout.OwnerId, payout.Amount),
            new(payout.OwnerId), ct);
        await db.Unschedule(SendPayout.EndOfHold(payout.Id), ct);
    }

    async Task<Payout> Held(Guid id, Guid adminId, CancellationToken ct)
    {
        var payout = await Find(id, ct);
        if (payout.OwnerId == adminId)
            throw new Refused($"Somebody else has to decide on your own withdrawal.", "own_payout");
        return payout;
    }

    async Task<Payout> Find(Guid id, CancellationToken ct) =>
        await db.Set<Payout>().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new Missing("payout");

    public sealed record Rejection(string Reason);

    public static void Map(Routes routes)
    {
        routes.Api.Post("/payouts/{id:guid}/cancel", Who.SignedIn, Rate.Money, DataClass.Own,
            async (Guid id, ClaimsPrincipal user, StopPayout stop, Payouts payouts, CancellationToken ct) =>
            {
                await stop.Cancel(id, user.UserId(), ct);
                return await payouts.One(user.UserId(), id, ct);
            }).WithName("cancelPayout").WithSummary("Takes a held payout back; the amount is available again");
        routes.Api.Get("/admin/payouts", Who.Admin, Rate.Read, DataClass.Admin,
            (HeldPayouts held, CancellationToken ct) => held.List(ct))
            .WithName("listHeldPayouts").WithSummary("Payouts that wait for an operator or for time");
        routes.Api.Post("/admin/payouts/{id:guid}/approve", Who.Admin, Rate.Money, DataClass.Admin,
            async (Guid id, ClaimsPrincipal user, StopPayout stop, CancellationToken ct) =>
            {
                await stop.Approve(id, user.UserId(), ct);
                return TypedResults.NoContent();
            }).WithName("approvePayout").WithSummary("Sends a held payout to the bank");
        routes.Api.Post("/admin/payouts/{id:guid}/reject", Who.Admin, Rate.Money, DataClass.Admin,
            async (Guid id, Rejection request, ClaimsPrincipal user, StopPayout stop, CancellationToken ct) =>
            {
                await stop.Reject(id, request.Reason, user.UserId(), ct);
                return TypedResults.NoContent();
            }).WithName("rejectPayout").WithSummary("Gives a held payout back, with a reason its owner reads");
    }
}
