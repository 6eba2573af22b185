using System.Runtime.CompilerServices;
using Guildhall.Accounts.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

/// <summary>How far a freelancer's profile has come.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Next">What is best done next, in English, a key for the site's words; null: nothing is missing.</param>
/// <param name="Why">What it is good for, the same way.</param>
/// <param name="Href">The page where it is done.</param>
public sealed record ProfileProgress(int Percent, string? Next, string? Why, string? Href);

/// <summary>
/// Freelancers as other modules see them: only profiles that are shown, of people who may act; four queries however
/// many. Whoever keeps a copy hears of every change, also of a suspension and its end, by <see cref="ProfileChanged"/>.
/// </summary>
public sealed class Freelancers(Db db, People people)
{
    /// <summary>Every shown profile, so many at a time: a market need not fit into memory twice.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FreelancerCard>> InBatches(
        int size, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Guid[] ids = [Guid.Empty]; ids.Length > 0;)
        {
            var last = ids[^1];
            ids = await Shown.Where(p => p.AccountId > last).OrderBy(p => p.AccountId).Select(p => p.AccountId)
                .Take(size).ToArrayAsync(ct);
            if (ids.Length > 0) yield return await Cards(Shown.Where(p => ids.Contains(p.AccountId)), ct);
        }
    }

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

    /// <summary>Of anyone's own profile, shown or not; a profile that was never begun is at 0.</summary>
    public async Task<ProfileProgress> Completeness(Guid accountId, CancellationToken ct)
    {
        var profile = await db.Set<Profile>().AsNoTracking().Include(p => p.Skills).Include(p => p.Experiences)
            .Include(p => p.Portfolio).AsSplitQuery().SingleOrDefaultAsync(p => p.AccountId == accountId, ct);
        var person = await people.One(accountId, ct);
        var meter = Profiles.Completeness.Of(profile ?? new() { AccountId = accountId }, person.AvatarId is not null);
        return new(meter.Percent, meter.Next?.Words, meter.Next?.Why, meter.Next?.Href);
    }

    IQueryable<Profile> Shown => db.Set<Profile>().AsNoTracking().Where(p => p.Visibility != Visibility.Hidden);

    async Task<IReadOnlyList<FreelancerCard>> Cards(IQueryable<Profile> which, CancellationToken ct)
    {
        var profiles = await which.OrderBy(p => p.AccountId).ToListAsync(ct);
        if (profiles.Count == 0) return [];
        var suspended = await people.Suspended(ct, [.. profiles.Select(p => p.AccountId)]);
        profiles.RemoveAll(p => suspended.Contains(p.AccountId));
        var skills = (await which.SelectMany(p => p.Skills).ToListAsync(ct)).ToLookup(s => s.AccountId);
        var shown = which.SelectMany(p => p.Portfolio).Select(i => new { i.AccountId, i.Title, i.Summary, i.SkillIds });
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
            PortfolioSkills = [.. items[profile.AccountId].SelectMany(i => i.SkillIds).Distinct()],
            Visibility = profile.Visibility, PublishedAt = profile.PublishedAt,
        })];
    }
}
