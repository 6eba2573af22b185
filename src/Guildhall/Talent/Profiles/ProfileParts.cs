using Guildhall.Engine.Money;
using Guildhall.Shared;
using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>The parts of a profile, each said and checked on its own.</summary>
public sealed partial class Profile
{
    public void Describe(string? headline, string? bio)
    {
        new Check().Text(headline, "Headline", max: 120, min: 8).Text(bio, "Bio", max: 4_000, min: 0).ThrowIfAny();
        (Headline, Bio) = (headline!.Trim(), bio?.Trim() ?? "");
    }

    public void Offer(Money? rate, int? experienceYears, int? weeklyHours, DateOnly? earliestStart, DateOnly today)
    {
        new Check()
            .That(rate is not { } r || Currencies.All.Any(c => c.Code == r.Currency), "Rate",
                $"Choose one of our currencies.")
            .That(rate is not { } p || p.IsPositive, "Rate",
                $"An hour costs more than nothing. Leave it empty to say none.")
            .That(rate is not { } q || q.Minor <= 10_000_000, "Rate", $"That is more than we take for an hour.")
            .That(experienceYears is null or (>= 0 and <= 70), "ExperienceYears",
                $"Write a number of years from 0 to 70.")
            .That(weeklyHours is null or (>= 0 and <= 80), "WeeklyHours", $"Write a number of hours from 0 to 80.")
            .That(earliestStart is null || earliestStart >= today.AddDays(-1), "EarliestStart",
                $"Choose today or a day to come.")
            .That(earliestStart is null || earliestStart <= today.AddYears(2), "EarliestStart",
                $"Choose a day within two years.")
            .ThrowIfAny();
        (RateMinor, RateCurrency) = (rate?.Minor, rate?.Currency ?? RateCurrency);
        (ExperienceYears, WeeklyHours, EarliestStart) = (experienceYears, weeklyHours, earliestStart);
    }

    public void Live(string? city, string? country, string? timeZone)
    {
        new Check().Text(city, "City", max: 80, min: 0)
            .That(Empty(country) || Places.IsCountry(country!), "Country", $"Choose a country from the list.")
            .That(Empty(timeZone) || Places.IsTimeZone(timeZone!), "TimeZone", $"Choose a time zone from the list.")
            .ThrowIfAny();
        (City, Country, TimeZone) = (OrNull(city), OrNull(country)?.ToUpperInvariant(), OrNull(timeZone));
    }

    public void Speak(IReadOnlyList<SpokenLanguage> languages)
    {
        new Check().That(languages.Count <= MostLanguages, "Languages", $"List at most {MostLanguages} languages.")
            .That(languages.All(l => Places.IsLanguage(l.Code)), "Languages", $"Choose languages from the list.")
            .That(languages.DistinctBy(l => l.Code).Count() == languages.Count, "Languages",
                $"List each language once.")
            .ThrowIfAny();
        Languages = [.. languages];
    }

    static FormattableString TooManyUnproven(int count) =>
        $"You list {count} skills by your own word; {MostUnverified} is the most. Keep those you want work in.";

    /// <summary>Says all skills anew. A level that was verified stays so only while it is not changed.</summary>
    public void Claim(IReadOnlyList<(int SkillId, int Level)> claims, DateTime now)
    {
        var unproven = claims.Count(c =>
            !Skills.Any(s => s.SkillId == c.SkillId && s.IsVerified && s.Level == c.Level));
        new Check().That(claims.Count <= MostSkills, "Skills",
            $"List at most {MostSkills} skills: the ones you want work in.")
            .That(unproven <= MostUnverified, "Skills", TooManyUnproven(unproven))
            .That(claims.All(c => SkillLevels.IsValid(c.Level)), "Skills", $"A level is a number from 1 to 10.")
            .That(claims.DistinctBy(c => c.SkillId).Count() == claims.Count, "Skills", $"List each skill once.")
            .That(claims.Count > 0 || Visibility == Visibility.Hidden, "Skills",
                $"A profile that is shown has at least one skill.")
            .ThrowIfAny();
        Skills.RemoveAll(s => claims.All(c => c.SkillId != s.SkillId));
        foreach (var (skill, level) in claims)
        {
            var known = Skills.SingleOrDefault(s => s.SkillId == skill);
            if (known is null) Skills.Add(new() { AccountId = AccountId, SkillId = skill, Level = level,
                UpdatedAt = now });
            else known.Say(level, now);
        }
    }

    public Experience Add(string? role, string? place, DateOnly? from, DateOnly? until, string? summary, DateOnly today)
    {
        new Check().Text(role, "Role", max: 100, min: 2).Text(place, "Place", max: 100, min: 0)
            .Text(summary, "Summary", max: 1_000, min: 0)
            .That(from is not null && from.Value.Year >= 1940, "From", $"Say the month you began.")
            .That(from is null || from <= today, "From", $"This month has not come yet.")
            .That(until is null || until <= today, "Until",
                $"This month has not come yet. Leave it empty if it goes on.")
            .That(until is null || from is null || until >= from, "Until", $"The end comes after the beginning.")
            .That(Experiences.Count < MostExperiences, "Role", $"List at most {MostExperiences} of them.")
            .ThrowIfAny();
        var experience = new Experience
        {
            AccountId = AccountId, Role = role!.Trim(), Place = place?.Trim() ?? "", From = from!.Value, Until = until,
            Summary = summary?.Trim() ?? "",
        };
        Experiences.Add(experience);
        return experience;
    }

    public void Forget(Guid experienceId) =>
        Experiences.Remove(Experiences.SingleOrDefault(e => e.Id == experienceId) ?? throw new Missing("experience"));

    static bool Empty(string? text) => string.IsNullOrWhiteSpace(text);
    static string? OrNull(string? text) => Empty(text) ? null : text!.Trim();
}
