using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>Where a list of matches was shown.</summary>
public enum ListPlace
{
    /// <summary>A job's candidates, to its client.</summary>
    Candidates,
    /// <summary>Jobs that suit a freelancer, to that freelancer.</summary>
    Recommendations,
    /// <summary>The search for freelancers, ordered by match to a job.</summary>
    Talent,
    /// <summary>The search for jobs, ordered by match.</summary>
    Jobs,
}

/// <summary>
/// A page of a list of matches as one person saw it. What stood where is packed into one value, so that showing a list
/// costs one small row. Deleted after <see cref="MatchingOptions.ListDays"/>.
/// </summary>
public sealed class ShownList : IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ViewerId { get; init; }
    public required ListPlace Place { get; init; }
    /// <summary>The job, or the freelancer whose recommendations they are.</summary>
    public required Guid SubjectId { get; init; }
    /// <summary>The weights and how the list was arranged: "v2/score+new8+lot10".</summary>
    public required string Policy { get; init; }
    /// <summary>Position of the first item, from 1.</summary>
    public required int From { get; init; }
    /// <summary>As <see cref="ShownItem.Pack"/> writes it.</summary>
    public required byte[] Items { get; init; }
    /// <summary>Position of the upper one of two neighbours whose order was drawn by lot; null: not drawn.</summary>
    public int? Pair { get; init; }
    public bool IsSwapped { get; init; }
    /// <summary>Who stands in the place kept for somebody new; null: nobody.</summary>
    public Guid? ExploredId { get; init; }
    /// <summary>What the arrangement left of the order by score: NDCG@10 in hundred-thousandths.</summary>
    public int Quality { get; init; } = Whole;
    public required DateTime At { get; init; }

    public const int Whole = 100_000;
}

/// <summary>Something of a list was opened by whom it was shown to.</summary>
public sealed class ListOpening : IAppendOnly
{
    public required Guid ListId { get; init; }
    public required Guid ItemId { get; init; }
    public required DateTime At { get; init; }
}

sealed class ShownListTable : IEntityTypeConfiguration<ShownList>, IEntityTypeConfiguration<ListOpening>
{
    public void Configure(EntityTypeBuilder<ShownList> table)
    {
        table.ToTable("matching_lists");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Policy).HasMaxLength(80);
        table.HasIndex(l => l.At);
        table.HasIndex(l => new { l.ViewerId, l.At });
    }

    public void Configure(EntityTypeBuilder<ListOpening> table)
    {
        table.ToTable("matching_openings").HasKey(o => new { o.ListId, o.ItemId });
        table.HasIndex(o => o.At);
    }
}
