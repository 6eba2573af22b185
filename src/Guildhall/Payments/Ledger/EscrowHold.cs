using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

public enum HoldState { Held, Released, Refunded }

/// <summary>What was funded for one milestone and what became of it; the ledger's lines must say the same.</summary>
public sealed class EscrowHold : IVersioned
{
    public required Guid MilestoneId { get; init; }
    public required Guid ContractId { get; init; }
    public required Guid ClientId { get; init; }
    public Guid? FreelancerId { get; private set; }
    public required Money Gross { get; init; }
    /// <summary>The client's fee, held beside the gross and earned at release.</summary>
    public required Money Fee { get; init; }
    public required DateTime FundedAt { get; init; }
    public HoldState State { get; private set; }
    public string? RefundReason { get; private set; }
    public long Version { get; set; }

    public Money Total => Gross + Fee;
    public Money InEscrow => State == HoldState.Held ? Gross : Money.Zero(Gross.Currency);
    public Money Released => State == HoldState.Released ? Gross : Money.Zero(Gross.Currency);
    public Money Refunded => State == HoldState.Refunded ? Gross : Money.Zero(Gross.Currency);

    public void Release(FeeQuote quote, EscrowRelease release)
    {
        MustBeHeld();
        if (release.ContractId != ContractId || release.ClientId != ClientId)
            throw new InvalidOperationException($"Milestone {MilestoneId} was funded for another contract.");
        if (quote.Gross != Gross)
            throw new Refused($"{Gross} is held for this milestone; exactly that can be released.", "amount_mismatch");
        // The quote at funding and at release come from the same pinned schedule.
        if (quote.ClientFee != Fee)
            throw new InvalidOperationException($"Milestone {MilestoneId} was funded with another fee.");
        (State, FreelancerId) = (HoldState.Released, release.FreelancerId);
    }

    public void Refund(string reason)
    {
        MustBeHeld();
        (State, RefundReason) = (HoldState.Refunded, reason);
    }

    void MustBeHeld()
    {
        if (State == HoldState.Released) throw new Refused($"This money was released already.", "already_released");
        if (State == HoldState.Refunded) throw new Refused($"This money was refunded already.", "already_refunded");
    }
}

sealed class EscrowHoldTable : IEntityTypeConfiguration<EscrowHold>
{
    public void Configure(EntityTypeBuilder<EscrowHold> table)
    {
        table.ToTable("payments_escrows").HasKey(h => h.MilestoneId);
        table.ComplexProperty(h => h.Gross);
        table.ComplexProperty(h => h.Fee);
        table.Ignore(h => h.Total).Ignore(h => h.InEscrow).Ignore(h => h.Released).Ignore(h => h.Refunded);
        table.HasIndex(h => h.ContractId);
        table.HasIndex(h => h.ClientId);
    }
}
