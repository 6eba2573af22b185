using Guildhall.Engine.Search;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>A freelancer in the columns of the search index.</summary>
static class TalentColumns
{
    public const string Country = "country", Language = "language", Category = "category", Zone = "zone",
        Currency = "currency", Flag = "flag";
    public const string ForEveryone = "everyone", Verified = "verified", Free = "free";
    public const int Rate = 0, Hours = 1, Start = 2, Stars = 3, Standing = 4, Published = 5;

    /// <summary>Stars are kept in hundredths.</summary>
    public const int StarsScale = 100;

    public static readonly SearchSchema Schema = new([Country, Language, Category, SearchSchema.Skills, Zone], 6);

    public static SearchDocument Of(FreelancerEntry entry, Skills skills)
    {
        var card = entry.Card;
        return new(card.AccountId)
        {
            Words = entry.Words, Name = TermVector.Of(entry.Person.Name), Shown = entry.Shown,
            Skills = [.. card.Skills.Select(s => new SkillMark(s.SkillId, s.Level, s.IsVerified))],
            ShownSkills = card.PortfolioSkills,
            Labels = [.. Labels(card, skills).Distinct()],
            Numbers =
            [
                card.Rate?.Minor ?? SearchDocument.Missing, card.WeeklyHours ?? SearchDocument.Missing,
                card.EarliestStart?.DayNumber ?? 0,
                entry.Stars is { } stars ? (long)(stars * StarsScale) : SearchDocument.Missing,
                StandingOf(entry), card.PublishedAt?.Ticks ?? SearchDocument.Missing,
            ],
        };
    }

    static IEnumerable<SearchLabel> Labels(FreelancerCard card, Skills skills)
    {
        if (card.Country is { } country) yield return new(Country, country.ToUpperInvariant());
        foreach (var language in card.Languages) yield return new(Language, language.ToLowerInvariant());
        foreach (var skill in card.Skills)
            if (skills.Find(skill.SkillId)?.Category is { } category) yield return new(Category, category);
        if (card.TimeZone is { } zone) yield return new(Zone, zone);
        if (card.Rate is { } rate) yield return new(Currency, rate.Currency);
        if (card.Visibility == Visibility.Everyone) yield return new(Flag, ForEveryone);
        if (card.Skills.Any(s => s.IsVerified)) yield return new(Flag, Verified);
        if (card.WeeklyHours is not 0) yield return new(Flag, Free);
    }

    // Few reviews stay near 600, as in the match, so that one review is not the top of the list.
    static int StandingOf(FreelancerEntry f) => ((f.Score ?? 0) * f.Reviews + 600 * 5) / (f.Reviews + 5);
}
