using Guildhall.Shared.Data;
using Guildhall.Talent.Taxonomy;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

/// <summary>Where whoever counts open jobs says how many ask for each skill. It orders suggestions.</summary>
public sealed class SkillDemand(Db db, Skills skills)
{
    /// <summary>Takes open jobs per skill id; skills not named have none.</summary>
    public Task Report(IReadOnlyDictionary<int, int> openJobs, CancellationToken ct) => db.Transact(async () =>
    {
        var changed = false;
        foreach (var skill in await db.Set<TaxonomySkill>().ToListAsync(ct))
            changed |= skill.CountDemand(openJobs.GetValueOrDefault(skill.Id));
        if (changed) await TaxonomyState.Touch(db, skills, ct);
    }, ct);
}
