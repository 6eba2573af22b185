using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

public enum MarketSubject { Freelancer, Job, Weights }

/// <summary>
/// Something that the index of every node must read again. It names the thing, not its new state: applying one twice,
/// or late, does no harm.
/// </summary>
public sealed class MarketChange : IAppendOnly
{
    public long Sequence { get; init; }
    public required MarketSubject Subject { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateTime At { get; init; }
}

sealed class MarketChangeTable : IEntityTypeConfiguration<MarketChange>
{
    public void Configure(EntityTypeBuilder<MarketChange> table)
    {
        table.ToTable("matching_changes").HasKey(c => c.Sequence);
        table.HasIndex(c => c.At);
    }
}

static class MarketChanges
{
    /// <summary>
    /// Notes it in the caller's unit of work; every node looks as soon as that commits.
    /// </summary>
    public static void Changed(this Db db, MarketIndex index, MarketSubject subject, Guid id)
    {
        db.Add(new MarketChange { Subject = subject, SubjectId = id, At = db.Clock.Now() });
        db.Tell(index.Signal);
    }
}
