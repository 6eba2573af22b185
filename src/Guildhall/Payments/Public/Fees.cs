using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Payments.Public;

/// <summary>The marketplace's price list. A version never changes; contracts pin one by its id.</summary>
public sealed class Fees(Db db, FeesOptions options, TimeProvider clock)
{
    /// <summary>What new contracts pay.</summary>
    public async Task<FeeSchedule> Current(CancellationToken ct)
    {
        var today = clock.Today();
        var version = await db.Set<FeeScheduleVersion>().AsNoTracking()
            .Where(v => v.Preset == options.Preset && v.EffectiveFrom <= today)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstAsync(ct);
        return version.Read();
    }

    /// <summary>The schedule under the id a contract pinned (<see cref="FeeIds.VersionId"/>).</summary>
    public async Task<FeeSchedule> Version(string id, CancellationToken ct) =>
        (await db.Set<FeeScheduleVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct)
            ?? throw new Missing("fee schedule")).Read();
}

public static class FeeIds
{
    /// <summary>Name and version in one text, "skill-gig@1".</summary>
    public static string VersionId(this FeeSchedule schedule) => $"{schedule.Id}@{schedule.Version}";
}
