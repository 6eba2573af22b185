using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;

namespace Guildhall.Payments;

public sealed record CaptureDue(Guid IntentId);

/// <summary>The payer gives a card. The same press twice is one payment.</summary>
public sealed class PayByCard(Db db, Till till, TimeProvider clock) : IHandle<CaptureDue>
{
    public Task<PaymentIntent> Run(Guid intentId, Guid payerId, CardInput card, CancellationToken ct) =>
        db.Transact(async () =>
    {
        var intent = await till.Take(intentId, payerId, ct);
        if (intent.IsSettled) return intent;
        intent.MustBeOpen(clock.Now());
        card.Validate(clock.Today());

        intent.UseCard(card.Brand, card.Last4);
        var charge = Simulator.Try(card.Digits);
        switch (charge.Outcome)
        {
            case ChargeOutcome.Captured: await till.Capture(intent, ct); break;
            case ChargeOutcome.Declined: await till.Decline(intent, charge.Problem!, ct); break;
            case ChargeOutcome.NeedsAction: intent.AskForAction(); break;
            case ChargeOutcome.CapturedLater: Process(intent); break;
        }
        return intent;
    }, ct);

    void Process(PaymentIntent intent)
    {
        intent.Process();
        db.Schedule(new CaptureDue(intent.Id), clock.Now() + Simulator.Delay, $"capture:{intent.Id}");
    }

    /// <summary>The processor reports the money it promised.</summary>
    public async Task Handle(CaptureDue due, CancellationToken ct)
    {
        var intent = await till.Take(due.IntentId, payerId: null, ct);
        if (intent.State == PaymentState.Processing) await till.Capture(intent, ct);
    }

    public static void Map(Routes routes) => routes.Api.Post(
        "/payments/{id:guid}/card", Who.Member, Rate.Money, DataClass.Own,
        async (Guid id, CardInput card, ClaimsPrincipal user, PayByCard pay, CancellationToken ct) =>
            PaymentView.Of(await pay.Run(id, user.UserId(), card, ct)))
        .WithSummary("Pays by card; the bank may ask for an answer first");
}
