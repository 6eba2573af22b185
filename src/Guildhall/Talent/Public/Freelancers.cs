using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

/// <summary>Freelancers as other modules see them: only profiles that are shown, three queries however many.</summary>
public sealed class Freelancers(Db db)
{
    /// <summary>Every shown profile, for the matching index.</summary>
    public Task<IReadOnlyList<FreelancerCard>> All(CancellationToken ct) => Cards(Shown, ct);

    /// <summary>The shown profiles among these accounts.</summary>
    public async Task<Dictionary<Guid, FreelancerCard>> Many(IEnumerable<Guid> accountIds, CancellationToken ct)
    {
        var ids = accountIds.Distinct().ToArray();
        return (await Cards(Shown.Where(p => ids.Contains(p.AccountId)), ct)).ToDictionary(card => card.AccountId);
    }

    /// <summary>Throws <see cref="Missing"/> for a hidden profile as for none.</summary>
    public async Task<FreelancerCard> One(Guid accountId, CancellationToken ct) =>
        await Find(accountId, ct) ?? throw new Missing("freelancer");

    /// <summary>Null for a hidden profile as for none.</summary>
    public async Task<FreelancerCard?> Find(Guid accountId, CancellationToken ct) =>
        (await Cards(Shown.Where(p => p.AccountId == accountId), ct)).SingleOrDefault();

    IQueryable<Profile> Shown => db.Set<Profile>().AsNoTracking().Where(p => p.Visibility != Visibility.Hidden);

    async Task<IReadOnlyList<FreelancerCard>> Cards(IQueryable<Profile> which, CancellationToken ct)
    {
        var profiles = await which.OrderBy(p => p.AccountId).ToListAsync(ct);
        if (profiles.Count == 0) return [];
        var skills = (await which.SelectMany(p => p.Skills).ToListAsync(ct)).ToLookup(s => s.AccountId);
        var shown = which.SelectMany(p => p.Portfolio).Select(i => new { i.AccountId, i.Title, i.Summary });
        var items = (await shown.ToListAsync(ct)).ToLookup(i => i.AccountId);
        return [.. profiles.Select(profile => new FreelancerCard(profile.AccountId)
        {
            Headline = profile.Headline, Bio = profile.Bio,
            Rate = profile.Rate, ExperienceYears = profile.ExperienceYears,
            Skills = [.. skills[profile.AccountId].OrderByDescending(s => s.Level).ThenBy(s => s.SkillId)
                .Select(s => new SkillLevel(s.SkillId, s.Level, s.IsVerified))],
            Languages = [.. profile.Languages.OrderByDescending(l => l.Level).Select(l => l.Code)],
            City = profile.City, Country = profile.Country, TimeZone = profile.TimeZone,
            WeeklyHours = profile.WeeklyHours, EarliestStart = profile.EarliestStart,
            PortfolioItems = items[profile.AccountId].Count(),
            PortfolioText = string.Join('\n', items[profile.AccountId].Select(i => $"{i.Title}. {i.Summary}")),
            Visibility = profile.Visibility, PublishedAt = profile.PublishedAt,
        })];
    }
}
