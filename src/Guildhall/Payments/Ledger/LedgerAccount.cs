using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>
/// One account of the ledger in one currency. The balance stands on the account's normal side, follows from its
/// lines, and is kept here so that the database itself can refuse an overdraft. Only <see cref="Books"/> writes it.
/// </summary>
public sealed class LedgerAccount
{
    /// <summary>Follows from key and currency.</summary>
    public required Guid Id { get; init; }
    public required AccountKind Kind { get; init; }
    /// <summary>The person whose money it is; null for the house.</summary>
    public Guid? OwnerId { get; init; }
    /// <summary>The milestone of an escrow, the payout in transit; null where the person's balance is one.</summary>
    public Guid? ScopeId { get; init; }
    public required string Currency { get; init; }
    public required bool MayOverdraw { get; init; }
    /// <summary>Minor units.</summary>
    public long Balance { get; private set; }
    public long Version { get; private set; }

    public AccountKey Key => new(Kind, ScopeId ?? OwnerId);
    public Money Money => new(Balance, Currency);

    public static Guid IdOf(AccountKey key, string currency) =>
        DeterministicId.From("account", key.ToString(), currency);

    public static LedgerAccount Open(AccountKey key, string currency, Guid? scopeOwner)
    {
        var rule = key.Kind.Rule();
        var scoped = rule.Owner is AccountOwner.Milestone or AccountOwner.Payout;
        return new()
        {
            Id = IdOf(key, currency), Kind = key.Kind, Currency = currency, MayOverdraw = rule.MayOverdraw,
            OwnerId = scoped ? scopeOwner : key.Owner, ScopeId = scoped ? key.Owner : null,
        };
    }
}

sealed class LedgerAccountTable : IEntityTypeConfiguration<LedgerAccount>
{
    public void Configure(EntityTypeBuilder<LedgerAccount> table)
    {
        table.ToTable("payments_accounts", t => t.HasCheckConstraint(
            "CK_payments_accounts_overdraft", "\"MayOverdraw\" OR \"Balance\" >= 0"));
        table.Ignore(a => a.Key).Ignore(a => a.Money);
        table.HasIndex(a => new { a.OwnerId, a.Kind });
        table.HasIndex(a => a.ScopeId);
    }
}
