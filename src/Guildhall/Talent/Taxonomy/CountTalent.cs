using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Guildhall.Talent.Public;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Taxonomy;

/// <summary>How many shown freelancers hold each skill, for the public list.</summary>
public sealed class CountTalent(Db db)
{
    public Task<Dictionary<int, int>> Run(CancellationToken ct) => db.Set<Profile>().AsNoTracking()
        .Where(p => p.Visibility == Visibility.Everyone).SelectMany(p => p.Skills)
        .GroupBy(s => s.SkillId).Select(g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
