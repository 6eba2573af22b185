using Guildhall.Engine.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Matching;

/// <summary>A published set of weights, in hundredths of a point; they sum to 10,000. Written once.</summary>
public sealed class WeightsVersion : IAppendOnly
{
    public required string Version { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required int Skills { get; init; }
    public required int Text { get; init; }
    public required int Availability { get; init; }
    public required int Reputation { get; init; }
    public required int Rate { get; init; }
    public required int Place { get; init; }
    /// <summary>0: the factor does not exist in this version.</summary>
    public int Expected { get; init; }
    /// <summary>The operator who published it; null: it came with the program.</summary>
    public Guid? PublishedBy { get; init; }
    public DateTime? PublishedAt { get; init; }
    /// <summary>In the operator's words.</summary>
    public string? Why { get; init; }

    public Weights Read() => new Weights(
        Version, Skills, Text, Availability, Reputation, Rate, Place, Expected: Expected).Checked();

    public static WeightsVersion Of(
        Weights weights, DateOnly from, Guid? by = null, DateTime? at = null, string? why = null) => new()
    {
        PublishedBy = by, PublishedAt = at, Why = why,
        Version = weights.Version, EffectiveFrom = from, Skills = weights.Skills, Text = weights.Text,
        Availability = weights.Availability, Reputation = weights.Reputation, Rate = weights.Rate,
        Place = weights.Place, Expected = weights.Expected,
    };
}

sealed class WeightsVersionTable : IEntityTypeConfiguration<WeightsVersion>
{
    public void Configure(EntityTypeBuilder<WeightsVersion> table)
    {
        table.ToTable("matching_weights").HasKey(w => w.Version);
        table.HasData(
            WeightsVersion.Of(Weights.V1, new(2026, 1, 1)), WeightsVersion.Of(Weights.V2, new(2026, 11, 1)));
    }
}

/// <summary>Which weights count today.</summary>
public sealed class WeightsBook(Db db, TimeProvider clock)
{
    public async Task<Weights> Current(CancellationToken ct) => (await InForce(ct)).Read();

    public Task<WeightsVersion> InForce(CancellationToken ct)
    {
        var today = clock.Today();
        return db.Set<WeightsVersion>().AsNoTracking().Where(w => w.EffectiveFrom <= today)
            .OrderByDescending(w => w.EffectiveFrom).ThenByDescending(w => w.PublishedBy != null)
            .ThenByDescending(w => w.PublishedAt).ThenByDescending(w => w.Version).FirstAsync(ct);
    }

    /// <summary>Every version, those announced included, the newest first.</summary>
    public Task<List<WeightsVersion>> All(CancellationToken ct) => db.Set<WeightsVersion>().AsNoTracking()
        .OrderByDescending(w => w.EffectiveFrom).ThenByDescending(w => w.PublishedBy != null)
        .ThenByDescending(w => w.PublishedAt).ThenByDescending(w => w.Version).ToListAsync(ct);

    /// <summary>
    /// The name of this site's next own version: "site-2" after "site-1"; the program's are "v1", "v2".
    /// </summary>
    public async Task<string> NextVersion(CancellationToken ct) =>
        $"site-{await db.Set<WeightsVersion>().CountAsync(w => w.PublishedBy != null, ct) + 1}";
}
