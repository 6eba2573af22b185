using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>A movement of money in its place in the chain. Written once, read for ever.</summary>
public sealed class PostedJournal : IAppendOnly
{
    /// <summary>The caller's: the same act has the same id, so a retry is found.</summary>
    public required Guid Id { get; init; }
    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; init; }
    public required string Kind { get; init; }
    /// <summary>"milestone:0198…".</summary>
    public required string Reference { get; init; }
    /// <summary>For statements; the escrow's own row says which milestone belongs to which contract.</summary>
    public Guid? ContractId { get; init; }
    public required DateTime At { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
    public List<PostedLine> Lines { get; init; } = [];
}

public sealed class PostedLine : IAppendOnly
{
    public required Guid JournalId { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>Minor units: a debit is positive, a credit negative.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
}

/// <summary>The end of the chain. Whoever posts takes this row first and holds it until the commit.</summary>
public sealed class ChainHead
{
    public required int Id { get; init; }
    public long Sequence { get; init; }
    public required string Hash { get; init; }
    /// <summary>Counts takings; writing it is what takes the row.</summary>
    public long Taken { get; init; }
}

sealed class PostedJournalTable : IEntityTypeConfiguration<PostedJournal>
{
    public void Configure(EntityTypeBuilder<PostedJournal> table)
    {
        table.ToTable("payments_journals");
        table.HasIndex(j => j.Sequence).IsUnique();
        table.HasIndex(j => j.ContractId);
        table.HasIndex(j => j.Reference);
        table.HasMany(j => j.Lines).WithOne().HasForeignKey(l => l.JournalId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PostedLineTable : IEntityTypeConfiguration<PostedLine>
{
    public void Configure(EntityTypeBuilder<PostedLine> table)
    {
        table.ToTable("payments_lines").HasKey(l => new { l.JournalId, l.AccountId });
        table.HasOne<LedgerAccount>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ChainHeadTable : IEntityTypeConfiguration<ChainHead>
{
    public const int Only = 1;

    public void Configure(EntityTypeBuilder<ChainHead> table)
    {
        table.ToTable("payments_chain");
        table.Property(h => h.Id).ValueGeneratedNever();
        table.HasData(new ChainHead { Id = Only, Hash = HashChain.Genesis });
    }
}
