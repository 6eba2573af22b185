using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

public sealed record PayoutMoves(Guid PayoutId);

/// <summary>The simulated bank takes its two steps: the money departs, then it arrives or comes back.</summary>
public sealed class MovePayout(
    Db db, Books books, Papers papers, BankSecrets secrets, LiveFeed live, PaymentsOptions options, TimeProvider clock)
    : IHandle<PayoutMoves>
{
    public async Task Handle(PayoutMoves moves, CancellationToken ct)
    {
        await books.Lock(ct);
        var payout = await db.Set<Payout>().SingleAsync(p => p.Id == moves.PayoutId, ct);
        var method = await db.Set<PayoutMethod>().AsNoTracking().SingleAsync(m => m.Id == payout.MethodId, ct);
        var now = clock.Now();
        switch (payout.State)
        {
            case PayoutState.Processing: await Depart(payout, now, ct); break;
            case PayoutState.InTransit when SimulatorBank.SendsBack(secrets.Open(method.Secret)):
                await GiveBack(payout, now, SimulatorBank.ReturnedWords, ct);
                break;
            case PayoutState.InTransit: await Arrive(payout, method, now, ct); break;
            default: return;
        }
        await live.Publish(db, $"payout:{payout.Id}", new { state = payout.State.ToString() }, ct);
    }

    async Task Depart(Payout payout, DateTime now, CancellationToken ct)
    {
        payout.Do(PayoutVerb.Depart, now);
        await books.Post(PayoutJournals.Sent(Head(payout, "sent", now), payout.Id, payout.Cash), new(payout.OwnerId),
            ct);
        db.Schedule(new PayoutMoves(payout.Id), now.AddSeconds(options.BankSeconds), $"payout:{payout.Id}:arrive");
        db.Record(null, "payout.departed", "payout", payout.Id);
    }

    async Task Arrive(Payout payout, PayoutMethod method, DateTime now, CancellationToken ct)
    {
        payout.Do(PayoutVerb.Arrive, now);
        await books.Post(PayoutJournals.Paid(Head(payout, "paid", now), payout.Id, payout.Amount, payout.Fee),
            new(payout.OwnerId), ct);
        await papers.ForPayout(payout, method.Shown, ct);
        db.Publish(new PayoutPaid(payout.Id, payout.OwnerId, payout.Amount));
        db.Record(null, "payout.paid", "payout", payout.Id, new { payout.Amount });
    }

    async Task GiveBack(Payout payout, DateTime now, string reason, CancellationToken ct)
    {
        payout.Do(PayoutVerb.Fail, now, reason);
        payout.Do(PayoutVerb.GiveBack, now);
        await books.Post(
            PayoutJournals.Returned(Head(payout, "returned", now), payout.Id, payout.OwnerId, payout.Amount,
                payout.Cash),
            new(payout.OwnerId), ct);
        db.Publish(new PayoutReturned(payout.Id, payout.OwnerId, payout.Amount, reason));
        db.Record(null, "payout.returned", "payout", payout.Id, new { reason });
    }

    static JournalHead Head(Payout payout, string step, DateTime now) => new(RequestPayout.Journal(payout.Id, step),
        now);
}
