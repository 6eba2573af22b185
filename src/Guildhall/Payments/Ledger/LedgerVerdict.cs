using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>The outcome of one check of the whole ledger.</summary>
public sealed class LedgerVerdict
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    /// <summary>How many journals were right before the end or the fault.</summary>
    public required long Journals { get; init; }
    /// <summary>Hash of the last right journal; noted elsewhere, it proves the past.</summary>
    public required string Head { get; init; }
    /// <summary>What is wrong, English words that are a key for translation; null: nothing.</summary>
    public string? Fault { get; init; }
    /// <summary>The first broken row: table, number, what it says and what it should say.</summary>
    public string? Row { get; init; }

    public bool IsIntact => Fault is null;
}

sealed class LedgerVerdictTable : IEntityTypeConfiguration<LedgerVerdict>
{
    public void Configure(EntityTypeBuilder<LedgerVerdict> table)
    {
        table.ToTable("payments_verifications").Ignore(v => v.IsIntact);
        table.HasIndex(v => v.At);
    }
}

/// <summary>What the ledger's lines add up to, gathered journal by journal.</summary>
sealed class Tally(IReadOnlyDictionary<Guid, LedgerAccount> accounts)
{
    readonly Dictionary<Guid, long> balances = [];
    readonly Dictionary<(Guid Milestone, string Kind), long> escrow = [];

    public long Of(Guid account) => balances.GetValueOrDefault(account);

    /// <summary>What journals of these kinds moved through the milestone's escrow, without sign.</summary>
    public long Moved(Guid milestone, params ReadOnlySpan<string> kinds)
    {
        long sum = 0;
        foreach (var kind in kinds) sum += Math.Abs(escrow.GetValueOrDefault((milestone, kind)));
        return sum;
    }

    public void Add(PostedJournal journal)
    {
        foreach (var line in journal.Lines)
        {
            var account = accounts[line.AccountId];
            var change = account.Kind.Rule().Side == NormalSide.Debit ? line.Amount : -line.Amount;
            balances[account.Id] = checked(Of(account.Id) + change);
            if (account is { Kind: AccountKind.Escrow, ScopeId: { } milestone })
                escrow[(milestone, journal.Kind)] = escrow.GetValueOrDefault((milestone, journal.Kind)) + change;
        }
    }
}
