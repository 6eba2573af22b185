using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>The payer answers the bank's question (3-D Secure).</summary>
public sealed class ConfirmPayment(Db db, Till till, TimeProvider clock)
{
    public sealed record Answer(bool Approve);

    public Task<PaymentIntent> Run(Guid intentId, Guid payerId, bool approve, CancellationToken ct) =>
        db.Transact(async () =>
    {
        var intent = await till.Take(intentId, payerId, ct);
        if (approve && intent.IsSettled) return intent;
        intent.MustBeOpen(clock.Now());
        if (intent.State != PaymentState.RequiresAction)
            throw new Refused($"There is nothing to confirm. Enter a card first.", "nothing_to_confirm");
        if (approve) await till.Capture(intent, ct);
        else await till.Decline(intent, Simulator.DeniedWords, ct);
        return intent;
    }, ct);

    public static void Map(Routes routes) => routes.Api.Post(
        "/payments/{id:guid}/confirm", Who.Member, Rate.Money, DataClass.Own,
        async (Guid id, Answer answer, ClaimsPrincipal user, ConfirmPayment confirm, CancellationToken ct) =>
            PaymentView.Of(await confirm.Run(id, user.UserId(), answer.Approve, ct)))
        .WithSummary("Gives the bank's answer to a payment that waits for it");
}
