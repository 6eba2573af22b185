using Guildhall.Engine.Reputation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Reputation;

/// <summary>
/// A reputation as it was published: the number, its formula and every component, so that it can be recomputed.
/// </summary>
public sealed class Snapshot
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required ReputationSide Side { get; init; }
    /// <summary>0 to 1000.</summary>
    public required int Score { get; init; }
    public required string Formula { get; init; }
    public required int Reviews { get; init; }
    /// <summary>The plain average of the overall ratings in hundredths of a star; 0 without reviews.</summary>
    public required int StarsHundredths { get; init; }
    public required Confidence Confidence { get; init; }
    /// <summary>The components as JSON, in the formula's order.</summary>
    public required string Components { get; init; }
    public required DateTime At { get; init; }
    /// <summary>The newest of this person and side; the older ones are history.</summary>
    public bool IsCurrent { get; set; } = true;
}

sealed class SnapshotTable : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> table)
    {
        table.ToTable("reputation_snapshots");
        table.HasIndex(s => new { s.AccountId, s.Side }).IsUnique().HasFilter("\"IsCurrent\"");
        table.HasIndex(s => new { s.AccountId, s.Side, s.At });
    }
}
