using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>
/// What the site's history had taught at the end of one night: counts of words and skills, no person and no text. The
/// newest counts; the one before stays until the next night.
/// </summary>
public sealed class LearnedGraph
{
    public int Id { get; init; }
    /// <summary>Everything that happened before this moment is in it.</summary>
    public required DateTime Through { get; init; }
    /// <summary>Jobs, proposals and hires ever learned from.</summary>
    public required int Lessons { get; init; }
    /// <summary>As <c>GraphLearnerFile</c> writes it.</summary>
    public required byte[] Data { get; init; }
}

sealed class LearnedGraphTable : IEntityTypeConfiguration<LearnedGraph>
{
    public void Configure(EntityTypeBuilder<LearnedGraph> table) =>
        table.ToTable("matching_learned").Property(l => l.Id).ValueGeneratedNever();
}
