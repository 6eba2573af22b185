using Guildhall.Engine.Money;
using Guildhall.Shared.Data;
using Guildhall.Talent.Profiles;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Talent.Public;

/// <summary>What every list of freelancers asks of their profiles.</summary>
static class FreelancerQuestions
{
    public sealed record Line(
        Guid AccountId, string Headline, long? RateMinor, string RateCurrency, string? City, string? Country,
        int? WeeklyHours, DateTime? PublishedAt, List<SpokenLanguage> Languages);

    public sealed record Held(Guid AccountId, int SkillId, int Level, bool IsVerified);

    public static readonly KeptQuery<IReadOnlyCollection<Guid>, Line> Lines = new((db, ids) => db.Set<Profile>()
        .AsNoTracking().Where(p => ids.Contains(p.AccountId) && p.Visibility != Visibility.Hidden)
        .Select(p => new Line(p.AccountId, p.Headline, p.RateMinor, p.RateCurrency, p.City, p.Country, p.WeeklyHours,
            p.PublishedAt, p.Languages)));

    public static readonly KeptQuery<IReadOnlyCollection<Guid>, FreelancerHead> Heads = new((db, ids) =>
        db.Set<Profile>().AsNoTracking().Where(p => ids.Contains(p.AccountId) && p.Visibility != Visibility.Hidden)
            .Select(p => new FreelancerHead(p.AccountId)
            {
                Headline = p.Headline, Country = p.Country,
                Rate = p.RateMinor == null ? null : new Money(p.RateMinor.Value, p.RateCurrency),
            }));

    public static readonly KeptQuery<IReadOnlyCollection<Guid>, Held> Levels = new((db, ids) =>
        db.Set<ProfileSkill>().AsNoTracking().Where(s => ids.Contains(s.AccountId))
            .Select(s => new Held(s.AccountId, s.SkillId, s.Level, s.IsVerified)));
}
