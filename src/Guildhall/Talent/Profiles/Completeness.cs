using Guildhall.Talent.Public;

namespace Guildhall.Talent.Profiles;

/// <summary>One thing that makes a profile better.</summary>
/// <param name="Key">Stable, for programs: "skills".</param>
/// <param name="Points">What it adds; all steps together are 100.</param>
/// <param name="Words">What to do, in English, a key for the site's words.</param>
/// <param name="Why">What it is good for, the same way.</param>
/// <param name="Section">Where it is done: /profile/edit/{Section}.</param>
/// <param name="IsDone">Whether it was done.</param>
public sealed record Step(string Key, int Points, string Words, string Why, string Section, bool IsDone)
{
    public string Href => $"/profile/edit/{Section}";
}

/// <summary>
/// How complete a freelancer's profile is. Points follow what a client needs to decide: skills are matched (20), the
/// bio and shown work convince (15 each), headline, rate and availability decide whether one writes at all (10 each),
/// the rest rounds the picture (5 each).
/// </summary>
public sealed record Completeness(int Percent, IReadOnlyList<Step> Steps, Step? Next)
{
    const int EnoughToShow = 50;

    public static Completeness Of(Profile profile, bool hasPhoto)
    {
        Step[] steps =
        [
            new("headline", 10, "Write a headline", "It is what clients read before anything else.", "about",
                profile.Headline.Length > 0),
            new("skills", 20, "Add three skills with levels", "Matching begins with skills, not with titles.", "skills",
                profile.Skills.Count >= 3),
            new("bio", 15, "Tell how you work, in 150 characters or more", "A client hires a person, not a list.",
                "about",
                profile.Bio.Length >= 150),
            new("portfolio", 15, "Show a piece of work", "Work that can be seen convinces most.", "portfolio",
                profile.Portfolio.Count > 0),
            new("rate", 10, "Set your hourly rate", "Jobs outside your price are not offered to you.", "terms",
                profile.RateMinor is not null),
            new("availability", 10, "Say how many hours a week you have",
                "Clients with a deadline look for this first.",
                "terms", profile.WeeklyHours is not null),
            new("location", 5, "Say where you are", "It tells clients when you are awake.", "location",
                profile.Country is not null && profile.TimeZone is not null),
            new("languages", 5, "Name the languages you work in", "Some jobs need one in particular.", "languages",
                profile.Languages.Count > 0),
            new("experience", 5, "Add something you did before", "It shows where your levels come from.", "experience",
                profile.Experiences.Count > 0),
            new("photo", 5, "Add a photo", "A face makes the first message easier.", "photo", hasPhoto),
        ];
        var percent = steps.Where(s => s.IsDone).Sum(s => s.Points);
        return new(percent, steps, NextOf(profile, steps, percent));
    }

    // Once there is enough to be found by, being found is worth more than any further line.
    static Step? NextOf(Profile profile, Step[] steps, int percent)
    {
        var canBeShown = profile.Visibility == Visibility.Hidden && profile.Headline.Length > 0
            && profile.Skills.Count > 0;
        if (canBeShown && percent >= EnoughToShow)
            return new("show", 0, "Show your profile", "Until then nobody but you can see it.", "visibility", false);
        return steps.Where(s => !s.IsDone).OrderByDescending(s => s.Points).FirstOrDefault();
    }
}
