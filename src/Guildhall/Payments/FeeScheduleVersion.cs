using Guildhall.Engine.Money;
using Guildhall.Payments.Public;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Payments;

/// <summary>A published price list in its canonical text. Written once; the presets come with the migrations.</summary>
public sealed class FeeScheduleVersion : IAppendOnly
{
    /// <summary>"skill-gig@1".</summary>
    public required string Id { get; init; }
    public required string Preset { get; init; }
    public required int Number { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string Json { get; init; }
    public required string Fingerprint { get; init; }

    public FeeSchedule Read() => FeeScheduleJson.Parse(Json);

    public static FeeScheduleVersion Of(FeeSchedule schedule) => new()
    {
        Id = schedule.VersionId(), Preset = schedule.Id, Number = schedule.Version,
        EffectiveFrom = schedule.EffectiveFrom, Json = schedule.ToJson(), Fingerprint = schedule.Fingerprint(),
    };
}

sealed class FeeScheduleVersionTable : IEntityTypeConfiguration<FeeScheduleVersion>
{
    public void Configure(EntityTypeBuilder<FeeScheduleVersion> table)
    {
        table.ToTable("payments_fee_schedules");
        table.HasIndex(v => new { v.Preset, v.EffectiveFrom });
        table.HasData(FeePresets.All.Select(FeeScheduleVersion.Of));
    }
}
