using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments.Public;

/// <summary>What is to be paid.</summary>
/// <param name="Purpose"><see cref="Purposes"/>.</param>
/// <param name="PurposeId">The milestone, or the person whose wallet it fills.</param>
/// <param name="ContractId">Of the milestone; null for other purposes.</param>
/// <param name="PayerId">Who pays; nobody else can see the checkout.</param>
/// <param name="Gross">The price.</param>
/// <param name="Total">What is charged: the price and the payer's fee, exactly as it was shown.</param>
/// <param name="Description">One line for the checkout and the receipt.</param>
/// <param name="ReturnUrl">A path of this site to go to afterwards.</param>
public sealed record CheckoutRequest(
    string Purpose, Guid PurposeId, Guid? ContractId, Guid PayerId, Money Gross, Money Total, string Description,
    string ReturnUrl);

public static class Purposes
{
    public const string Milestone = "milestone", Wallet = "wallet";
}

/// <summary>Opens a payment. The payer goes on at <c>/pay/{intent}</c>; the outcome comes as an event.</summary>
public sealed class Checkout(Db db, TimeProvider clock)
{
    /// <summary>
    /// Joins the caller's transaction. An open checkout for the same thing and amount is given again, so that a
    /// second press of the button does not make a second payment.
    /// </summary>
    public Task<Guid> Start(CheckoutRequest request, CancellationToken ct) => db.Transact(async () =>
    {
        var now = clock.Now();
        var open = request.Purpose == Purposes.Wallet ? null : await db.Set<PaymentIntent>().SingleOrDefaultAsync(
            i => i.Purpose == request.Purpose && i.PurposeId == request.PurposeId
                && i.State != PaymentState.Expired, ct);
        if (open is { State: PaymentState.Captured or PaymentState.Processing })
            throw new Refused($"This is already paid.", "already_paid");
        if (open is not null && !open.IsOver(now))
        {
            if (open.Total == request.Total && open.PayerId == request.PayerId) return open.Id;
            throw new Refused(
                $"A checkout for {open.Total} is open. Finish it, or wait until it expires.", "checkout_open");
        }
        open?.Expire();
        await db.SaveChangesAsync(ct);
        var intent = PaymentIntent.Open(request, now);
        db.Add(intent);
        db.Schedule(new CheckoutEnds(intent.Id), intent.ExpiresAt, $"checkout:{intent.Id}");
        db.Record(request.PayerId, "payment.started", "payment", intent.Id, new { request.Purpose, request.PurposeId });
        return intent.Id;
    }, ct);

    /// <summary>Where the payer pays.</summary>
    public static string Address(Guid intentId) => $"/pay/{intentId}";
}
