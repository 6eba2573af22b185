using System.Text.Json;
using Guildhall.Jobs.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Jobs;

sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.ToTable("jobs_jobs");
        table.Property(j => j.Id).ValueGeneratedNever();
        table.Ignore(j => j.IsDraft).Ignore(j => j.IsEditable).Ignore(j => j.ExpiresAt);
        table.ComplexProperty(j => j.Brief, brief =>
        {
            brief.Property(b => b.Kind).HasConversion<string>();
            brief.Property(b => b.Pay).HasConversion<string>();
            brief.Property(b => b.Hiring).HasConversion<string>();
            AsJson(brief.Property(b => b.Skills));
            AsJson(brief.Property(b => b.Languages));
            AsJson(brief.Property(b => b.Milestones));
            AsJson(brief.Property(b => b.Typed));
            brief.Ignore(b => b.Min).Ignore(b => b.Max).Ignore(b => b.IsMicroGig);
        });
        table.HasIndex(j => new { j.ClientId, j.UpdatedAt });
        table.HasIndex(j => new { j.State, j.PublishedAt });
    }

    static string Text<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    // One text column: never queried by what is inside.
    static void AsJson<T>(ComplexTypePropertyBuilder<T> property) => property.HasConversion(
        value => Text(value),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
        new ValueComparer<T>(
            (a, b) => ReferenceEquals(a, b) || Text(a) == Text(b), value => Text(value).GetHashCode(),
            value => value));
}
