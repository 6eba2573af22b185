using System.Runtime.CompilerServices;
using Guildhall.Accounts.Public;
using Guildhall.Engine.Money;
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
        var suspended = await people.Suspended(ct);
        for (Guid? last = Guid.Empty; last is { } after;)
        {
            last = await Shown.Where(p => p.AccountId > after).OrderBy(p => p.AccountId).Skip(size - 1)
                .Select(p => (Guid?)p.AccountId).FirstOrDefaultAsync(ct);
            var until = last ?? Guid.AllBitsSet;
            yield return Cards(await Read(
                Shown.Where(p => p.AccountId > after && p.AccountId <= until),
                db.Set<ProfileSkill>().Where(s => s.AccountId > after && s.AccountId <= until),
                db.Set<PortfolioItem>().Where(i => i.AccountId > after && i.AccountId <= until), suspended, ct));
        }
    }

    /// <summary>
    /// The shown profiles among these accounts in short, two small queries; who of them is suspended, People say.
    /// </summary>
    public async Task<List<FreelancerLine>> Lines(IReadOnlyCollection<Guid> accountIds, CancellationToken ct)
    {
        var lines = await FreelancerQuestions.Lines.List(db, accountIds, ct);
        var levels = ByAccount(await FreelancerQuestions.Levels.List(db, accountIds, ct));
        return [.. lines.Select(p => new FreelancerLine(p.AccountId)
        {
            Headline = p.Headline, Rate = p.RateMinor is { } minor ? new Money(minor, p.RateCurrency) : null,
            City = p.City, Country = p.Country, WeeklyHours = p.WeeklyHours, PublishedAt = p.PublishedAt,
            Skills = BestFirst(levels[p.AccountId]), Languages = BestSpoken(p.Languages),
        })];
    }

    /// <summary>The same for who is only introduced, one small query.</summary>
    public async Task<Dictionary<Guid, FreelancerHead>> Heads(
        IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        (await FreelancerQuestions.Heads.List(db, accountIds, ct)).ToDictionary(head => head.AccountId);

    /// <summary>The shown profiles among these accounts.</summary>
    public async Task<Dictionary<Guid, FreelancerCard>> Many(IEnumerable<Guid> accountIds, CancellationToken ct)
    {
        var ids = accountIds.Distinct().ToArray();
        return ids.Length == 0 ? [] : (await Able(ids, ct)).ToDictionary(card => card.AccountId);
    }

    /// <summary>Throws <see cref="Missing"/> for a hidden profile as for none.</summary>
    public async Task<FreelancerCard> One(Guid accountId, CancellationToken ct) =>
        await Find(accountId, ct) ?? throw new Missing("freelancer");

    /// <summary>Null for a hidden profile as for none.</summary>
    public async Task<FreelancerCard?> Find(Guid accountId, CancellationToken ct) =>
        (await Able([accountId], ct)).SingleOrDefault();

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

    async Task<IReadOnlyList<FreelancerCard>> Able(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        return Cards(await Read(Shown.Where(p => ids.Contains(p.AccountId)),
            db.Set<ProfileSkill>().Where(s => ids.Contains(s.AccountId)),
            db.Set<PortfolioItem>().Where(i => ids.Contains(i.AccountId)), await people.Suspended(ct, ids), ct));
    }

    sealed record Shelf(
        List<Profile> Profiles, ILookup<Guid, SkillLevel> Skills, ILookup<Guid, (string Text, List<int> Skills)> Items);

    static async Task<Shelf> Read(IQueryable<Profile> profiles, IQueryable<ProfileSkill> skills,
        IQueryable<PortfolioItem> items, HashSet<Guid> without, CancellationToken ct) => new(
        [.. (await profiles.OrderBy(p => p.AccountId).ToListAsync(ct)).Where(p => !without.Contains(p.AccountId))],
        await Levels(skills, ct),
        (await items.Select(i => new { i.AccountId, i.Title, i.Summary, i.SkillIds }).ToListAsync(ct))
            .ToLookup(i => i.AccountId, i => ($"{i.Title}. {i.Summary}", i.SkillIds)));

    static async Task<ILookup<Guid, SkillLevel>> Levels(IQueryable<ProfileSkill> skills, CancellationToken ct) =>
        ByAccount(await skills.Select(s =>
            new FreelancerQuestions.Held(s.AccountId, s.SkillId, s.Level, s.IsVerified)).ToListAsync(ct));

    static ILookup<Guid, SkillLevel> ByAccount(List<FreelancerQuestions.Held> levels) =>
        levels.ToLookup(s => s.AccountId, s => new SkillLevel(s.SkillId, s.Level, s.IsVerified));

    static FreelancerCard[] Cards(Shelf read) => [.. read.Profiles.Select(profile => new FreelancerCard(
        profile.AccountId)
    {
        Headline = profile.Headline, Bio = profile.Bio,
        Rate = profile.Rate, ExperienceYears = profile.ExperienceYears,
        Skills = BestFirst(read.Skills[profile.AccountId]), Languages = BestSpoken(profile.Languages),
        City = profile.City, Country = profile.Country, TimeZone = profile.TimeZone,
        WeeklyHours = profile.WeeklyHours, EarliestStart = profile.EarliestStart,
        PortfolioItems = read.Items[profile.AccountId].Count(),
        PortfolioText = string.Join('\n', read.Items[profile.AccountId].Select(i => i.Text)),
        PortfolioSkills = [.. read.Items[profile.AccountId].SelectMany(i => i.Skills).Distinct()],
        Visibility = profile.Visibility, PublishedAt = profile.PublishedAt,
    })];

    static SkillLevel[] BestFirst(IEnumerable<SkillLevel> skills) =>
        [.. skills.OrderByDescending(s => s.Level).ThenBy(s => s.SkillId)];

    static string[] BestSpoken(List<SpokenLanguage> languages) =>
        [.. languages.OrderByDescending(l => l.Level).Select(l => l.Code)];
}
