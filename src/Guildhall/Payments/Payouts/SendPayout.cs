using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

public sealed record PayoutHoldEnds(Guid PayoutId);

/// <summary>A payout passes its check and goes to the bank, or waits until its hold ends.</summary>
public sealed class SendPayout(Db db, PayoutRisk risk, PaymentsOptions options, TimeProvider clock)
    : IHandle<PayoutHoldEnds>
{
    public async Task Begin(Payout payout, PayoutMethod method, CancellationToken ct)
    {
        var now = clock.Now();
        payout.Do(PayoutVerb.Check, now);
        if (await risk.Check(payout, method, now, ct) is not { } hold)
        {
            Approve(payout);
            return;
        }
        payout.Hold(hold, now);
        if (hold.Until is { } until) db.Schedule(new PayoutHoldEnds(payout.Id), until, EndOfHold(payout.Id));
        db.Publish(new PayoutHeld(payout.Id, payout.OwnerId, payout.Amount, hold.Reason));
        db.Record(null, "payout.held", "payout", payout.Id, new { hold.Reason, hold.Until });
    }

    public void Approve(Payout payout)
    {
        var now = clock.Now();
        payout.Do(PayoutVerb.Approve, now);
        payout.Do(PayoutVerb.Send, now);
        db.Schedule(new PayoutMoves(payout.Id), now.AddSeconds(options.BankSeconds), $"payout:{payout.Id}:depart");
    }

    public async Task Handle(PayoutHoldEnds end, CancellationToken ct)
    {
        var payout = await db.Set<Payout>().SingleAsync(p => p.Id == end.PayoutId, ct);
        if (payout.State != PayoutState.Held) return;
        Approve(payout);
        db.Record(null, "payout.hold_ended", "payout", payout.Id);
    }

    public static string EndOfHold(Guid payout) => $"payout:{payout}:hold";
}
