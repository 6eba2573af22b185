using System.Security.Claims;
using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>A freelancer withdraws what is available.</summary>
public sealed class RequestPayout(
    Db db, Books books, Fees fees, SendPayout send, PaymentsOptions options, TimeProvider clock)
{
    /// <param name="MethodId">Where to.</param>
    /// <param name="Amount">All of it leaves the available balance; a fee is taken out of it.</param>
    /// <param name="Id">Chosen by the caller: the same request again is the same payout.</param>
    public sealed record Request(Guid MethodId, Money Amount, Guid? Id = null);

    public Task<Payout> Run(Guid ownerId, Request request, CancellationToken ct) => db.Transact(async () =>
    {
        await books.Lock(ct);
        if (request.Id is { } known && await db.Set<Payout>().SingleOrDefaultAsync(p => p.Id == known,
            ct) is { } earlier)
            return earlier.OwnerId == ownerId ? earlier : throw new Missing("payout");
        Validate(request.Amount);
        var method = await db.Set<PayoutMethod>().SingleOrDefaultAsync(
                m => m.Id == request.MethodId && m.OwnerId == ownerId && m.RemovedAt == null, ct)
            ?? throw new Refused($"Choose one of your accounts.", "unknown_account", "methodId");

        var now = clock.Now();
        var fee = (await fees.Current(ct)).Quote(request.Amount, FeeTrigger.Payout).FreelancerFee;
        var payout = new Payout
        {
            Id = request.Id ?? Guid.CreateVersion7(), OwnerId = ownerId, MethodId = method.Id, Amount = request.Amount,
            Fee = fee, RequestedAt = now,
        };
        await books.Post(PayoutJournals.Requested(new(Journal(payout.Id, "requested"), now), payout.Id, ownerId,
            payout.Amount),
            new(ownerId), ct);
        db.Add(payout);
        await send.Begin(payout, method, ct);
        db.Record(ownerId, "payout.requested", "payout", payout.Id, new { payout.Amount, method.Shown });
        return payout;
    }, ct);

    void Validate(Money amount)
    {
        if (!Currencies.IsKnown(amount.Currency))
            throw new Refused($"This currency is not known here.", "unknown_currency", "amount");
        var least = amount with { Minor = options.PayoutMinimum };
        if (amount < least) throw new Refused($"The least that can be withdrawn is {least}.", "below_minimum",
            "amount");
        if (!amount.IsWithinLimit) throw new Refused($"This amount is too large.", "too_large", "amount");
    }

    public static Guid Journal(Guid payout, string step) => DeterministicId.From("payout", payout.ToString(), step);

    public static void Map(Routes routes) => routes.Api.Post("/payouts", Who.SignedIn, Rate.Money, DataClass.Own,
        async (Request request, ClaimsPrincipal user, RequestPayout payouts, CancellationToken ct) =>
        {
            var payout = await payouts.Run(user.UserId(), request, ct);
            return TypedResults.Created($"/api/v1/payouts/{payout.Id}", PayoutView.Of(payout, null));
        })
        .WithSummary("Withdraws what is available to one of your bank accounts");
}
