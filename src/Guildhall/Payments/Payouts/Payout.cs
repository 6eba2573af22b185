using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>While a payout lives, its money is in a transit account of its own: neither spent nor lost.</summary>
public enum PayoutState
{
    Requested, RiskCheck, Held, Approved, Processing, InTransit, Paid, Rejected, Failed, Returned, Cancelled,
}

public enum PayoutVerb { Check, Hold, Approve, Reject, Send, Depart, Arrive, Fail, GiveBack, Cancel }

public sealed class Payout : IVersioned
{
    /// <summary>Where each verb leads; what is not here is refused.</summary>
    public static readonly IReadOnlyDictionary<(PayoutState, PayoutVerb), PayoutState> Machine =
        new Dictionary<(PayoutState, PayoutVerb), PayoutState>
        {
            [(PayoutState.Requested, PayoutVerb.Check)] = PayoutState.RiskCheck,
            [(PayoutState.Requested, PayoutVerb.Cancel)] = PayoutState.Cancelled,
            [(PayoutState.RiskCheck, PayoutVerb.Approve)] = PayoutState.Approved,
            [(PayoutState.RiskCheck, PayoutVerb.Hold)] = PayoutState.Held,
            [(PayoutState.Held, PayoutVerb.Approve)] = PayoutState.Approved,
            [(PayoutState.Held, PayoutVerb.Reject)] = PayoutState.Rejected,
            [(PayoutState.Held, PayoutVerb.Cancel)] = PayoutState.Cancelled,
            [(PayoutState.Approved, PayoutVerb.Send)] = PayoutState.Processing,
            [(PayoutState.Processing, PayoutVerb.Depart)] = PayoutState.InTransit,
            [(PayoutState.Processing, PayoutVerb.Fail)] = PayoutState.Failed,
            [(PayoutState.InTransit, PayoutVerb.Arrive)] = PayoutState.Paid,
            [(PayoutState.InTransit, PayoutVerb.Fail)] = PayoutState.Failed,
            [(PayoutState.Failed, PayoutVerb.GiveBack)] = PayoutState.Returned,
        };

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required Guid MethodId { get; init; }
    public required Money Amount { get; init; }
    /// <summary>The platform's payout fee, out of the amount.</summary>
    public required Money Fee { get; init; }
    public required DateTime RequestedAt { get; init; }
    public PayoutState State { get; private set; }
    /// <summary>When the present state began.</summary>
    public DateTime Since { get; private set; }
    /// <summary>Why it was held, rejected or returned: English words, a key for translation.</summary>
    public string? Reason { get; private set; }
    /// <summary>When a hold ends by itself; null while held: an operator decides.</summary>
    public DateTime? HeldUntil { get; private set; }
    public long Version { get; set; }

    /// <summary>What reaches the bank.</summary>
    public Money Cash => Amount - Fee;
    public bool IsUnderWay => State is PayoutState.Requested or PayoutState.RiskCheck or PayoutState.Held
        or PayoutState.Approved or PayoutState.Processing or PayoutState.InTransit;

    public void Do(PayoutVerb verb, DateTime now, string? reason = null)
    {
        if (!Machine.TryGetValue((State, verb), out var next))
            throw new Refused($"This payout cannot do that any more; look at its state again.", "payout_state");
        (State, Since, Reason, HeldUntil) = (next, now, reason ?? Reason, null);
    }

    public void Hold(PayoutHold hold, DateTime now)
    {
        Do(PayoutVerb.Hold, now, hold.Reason);
        HeldUntil = hold.Until;
    }
}

sealed class PayoutTable : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> table)
    {
        table.ToTable("payments_payouts");
        table.ComplexProperty(p => p.Amount);
        table.ComplexProperty(p => p.Fee);
        table.Ignore(p => p.Cash).Ignore(p => p.IsUnderWay);
        table.HasIndex(p => new { p.OwnerId, p.RequestedAt });
    }
}
