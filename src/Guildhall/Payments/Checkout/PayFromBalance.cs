using System.Security.Claims;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>The wallet pays, when it covers everything; nothing is split between wallet and card.</summary>
public sealed class PayFromBalance(Db db, Till till, TimeProvider clock)
{
    public Task<PaymentIntent> Run(Guid intentId, Guid payerId, CancellationToken ct) => db.Transact(async () =>
    {
        var intent = await till.Take(intentId, payerId, ct);
        if (intent.IsSettled) return intent;
        intent.MustBeOpen(clock.Now());
        if (intent.Purpose == Purposes.Wallet)
            throw new Refused($"A wallet cannot fill itself. Use a card.", "wallet_into_wallet");
        intent.UseBalance();
        await till.Capture(intent, ct);
        return intent;
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/payments/{id:guid}/balance", Who.Member, Rate.Money, DataClass.Own,
        async (Guid id, ClaimsPrincipal user, PayFromBalance pay, CancellationToken ct) =>
            PaymentView.Of(await pay.Run(id, user.UserId(), ct)))
        .WithSummary("Pays from your wallet");
}
