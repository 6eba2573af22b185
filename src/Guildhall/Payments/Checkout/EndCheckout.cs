using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;

namespace Guildhall.Payments;

public sealed record CheckoutEnds(Guid IntentId);

/// <summary>Nobody paid in time. The rule is checked when somebody tries to pay; this only tells the others.</summary>
public sealed class EndCheckout(Db db, Till till) : IHandle<CheckoutEnds>
{
    public async Task Handle(CheckoutEnds ends, CancellationToken ct)
    {
        var intent = await till.Take(ends.IntentId, payerId: null, ct);
        if (!PaymentIntent.Machine.ContainsKey((intent.State, PaymentVerb.Expire))) return;
        intent.Expire();
        db.Publish(new PaymentExpired(intent.Id, intent.Purpose, intent.PurposeId, intent.PayerId));
        db.Record(null, "payment.expired", "payment", intent.Id);
        await till.Announce(intent, ct);
    }
}
