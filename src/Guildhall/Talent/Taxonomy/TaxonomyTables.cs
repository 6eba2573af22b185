using Guildhall.Shared.Data;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Talent.Taxonomy;

/// <summary>A shelf of the taxonomy, in the file's order.</summary>
public sealed class TaxonomyCategory
{
    public required string Slug { get; init; }
    public required int Position { get; set; }
    public required string Name { get; set; }
    public string? NameEs { get; set; }
    public string? Parent { get; set; }
    public string? Icon { get; set; }
}

/// <summary>A kind of project, in the file's order.</summary>
public sealed class TaxonomyProjectType
{
    public required string Slug { get; init; }
    public required int Position { get; set; }
    public required string SuperType { get; set; }
    public string? SuperTypeEs { get; set; }
    public string? Type { get; set; }
    public string? TypeEs { get; set; }
    public string? Platform { get; set; }
    public string? PlatformEs { get; set; }
    public required string Category { get; set; }
}

/// <summary>One row: which files were imported, and a counter that every edit moves for all nodes to see.</summary>
public sealed class TaxonomyState : IVersioned
{
    public int Id { get; init; } = 1;
    public string ContentHash { get; set; } = "";
    public long Edits { get; private set; }
    public long Version { get; set; }

    /// <summary>In the transaction of the edit; this node reads the taxonomy again right after the commit.</summary>
    public static async Task Touch(Db db, Skills skills, CancellationToken ct)
    {
        (await db.Set<TaxonomyState>().SingleAsync(ct)).Edits++;
        db.AfterCommit(() => skills.Refresh(default));
    }
}

sealed class TaxonomyCategoryTable : IEntityTypeConfiguration<TaxonomyCategory>
{
    public void Configure(EntityTypeBuilder<TaxonomyCategory> table) =>
        table.ToTable("talent_categories").HasKey(c => c.Slug);
}

sealed class TaxonomyProjectTypeTable : IEntityTypeConfiguration<TaxonomyProjectType>
{
    public void Configure(EntityTypeBuilder<TaxonomyProjectType> table) =>
        table.ToTable("talent_project_types").HasKey(t => t.Slug);
}

sealed class TaxonomyStateTable : IEntityTypeConfiguration<TaxonomyState>
{
    public void Configure(EntityTypeBuilder<TaxonomyState> table) =>
        table.ToTable("talent_taxonomy").Property(s => s.Id).ValueGeneratedNever();
}
