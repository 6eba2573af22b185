using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Talent.Favourites;

/// <summary>Something one person keeps for later; nobody else ever hears of it.</summary>
public sealed class Favourite
{
    public required Guid OwnerId { get; init; }
    public required FavouriteKind Kind { get; init; }
    /// <summary>The freelancer's account, or the job.</summary>
    public required Guid SubjectId { get; init; }
    /// <summary>Their own words about it; empty without any.</summary>
    public string Note { get; set; } = "";
    public required DateTime At { get; init; }
}

sealed class FavouriteTable : IEntityTypeConfiguration<Favourite>
{
    public void Configure(EntityTypeBuilder<Favourite> table)
    {
        table.ToTable("talent_favourites").HasKey(f => new { f.OwnerId, f.Kind, f.SubjectId });
        table.HasIndex(f => new { f.OwnerId, f.At });
    }
}
