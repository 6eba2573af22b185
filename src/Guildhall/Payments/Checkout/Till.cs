using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments;

/// <summary>What every way of paying does: take the payer's intent with the books locked, book the outcome.</summary>
public sealed class Till(Db db, Books books, Papers papers, LiveFeed live, TimeProvider clock)
{
    /// <summary>The intent as it is now; nobody else decides about money until the transaction ends.</summary>
    public async Task<PaymentIntent> Take(Guid intentId, Guid? payerId, CancellationToken ct)
    {
        await books.Lock(ct);
        var intent = await db.Set<PaymentIntent>().SingleOrDefaultAsync(i => i.Id == intentId, ct);
        if (intent is null || payerId is not null && intent.PayerId != payerId) throw new Missing("payment");
        await db.Entry(intent).ReloadAsync(ct);
        return intent;
    }

    /// <summary>Journal, escrow, receipt and news, in the caller's transaction.</summary>
    public async Task Capture(PaymentIntent intent, CancellationToken ct)
    {
        var now = clock.Now();
        intent.Capture(now);
        var from = intent.Method == PaymentMethodKind.Balance
            ? new AccountKey(AccountKind.ClientWallet, intent.PayerId) : AccountKind.ProcessorClearing;
        var head = new JournalHead(DeterministicId.From("capture", intent.Id.ToString()), now);
        if (intent.Purpose == Purposes.Milestone) await Fund(intent, head, from, ct);
        else await books.Post(Journals.Deposit(head, intent.PayerId, intent.Total), new(), ct);

        db.Publish(new PaymentCaptured(
            intent.Id, intent.Purpose, intent.PurposeId, intent.PayerId, intent.Gross, intent.Fee));
        db.Record(intent.PayerId, "payment.captured", "payment", intent.Id,
            new { intent.Total, intent.Method, intent.Last4 });
        await db.Unschedule($"checkout:{intent.Id}", ct);
        await papers.ForPayment(intent, ct);
        await Announce(intent, ct);
    }

    async Task Fund(PaymentIntent intent, JournalHead head, AccountKey from, CancellationToken ct)
    {
        var contract = intent.ContractId!.Value;
        db.Add(new EscrowHold
        {
            MilestoneId = intent.PurposeId, ContractId = contract, ClientId = intent.PayerId,
            Gross = intent.Gross, Fee = intent.Fee, FundedAt = head.At,
        });
        await books.Post(Journals.Fund(head, intent.PurposeId, from, intent.Gross, intent.Fee),
            new(intent.PayerId, contract), ct);
        db.Publish(new EscrowFunded(intent.PurposeId, contract, intent.PayerId, intent.Gross));
    }

    public async Task Decline(PaymentIntent intent, string problem, CancellationToken ct)
    {
        intent.Decline(problem);
        db.Publish(new PaymentFailed(
            intent.Id, intent.Purpose, intent.PurposeId, intent.PayerId, intent.Total, problem));
        db.Record(intent.PayerId, "payment.declined", "payment", intent.Id, new { intent.Last4, problem });
        await Announce(intent, ct);
    }

    public Task Announce(PaymentIntent intent, CancellationToken ct) =>
        live.Publish(db, $"payment:{intent.Id}", new { state = intent.State.ToString() }, ct);
}
