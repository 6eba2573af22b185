using System.Text;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Shared;

namespace Guildhall.Jobs;

/// <summary>What is still missing before others may see a job, field by field, in words.</summary>
static class BriefCheck
{
    public const int TitleMin = 5, TitleMax = 120, DescriptionMin = 30, DescriptionMax = 10_000, QualityMax = 4_000;
    public const int TitleLetters = 3, DescriptionLetters = 15;
    public const int SkillsMax = 20, AlternativesMax = 5, LanguagesMax = 5;
    public const int MilestonesMax = 20, HoursMax = 10_000, WeeklyHoursMax = 80;

    /// <summary>In the wizard the field of what is accepted in place of a skill begins so; its id follows.</summary>
    public const string AlternativesOf = "alt-";

    /// <summary>Which step of the wizard asks for a field, 1 to 4.</summary>
    public static int StepOf(string field) => field switch
    {
        "title" or "description" or "kind" or "category" or "projectType" => 1,
        "skills" or "languages" or "complexity" => 2,
        "quality" or "milestones" or "files" => 4,
        _ when field.StartsWith("milestone", StringComparison.Ordinal) => 4,
        _ when field.StartsWith(AlternativesOf, StringComparison.Ordinal) => 2,
        _ => 3,
    };

    public static IReadOnlyDictionary<string, FormattableString> Problems(Brief brief, DateTime now)
    {
        try
        {
            Refuse(brief, now);
            return new Dictionary<string, FormattableString>();
        }
        catch (Invalid invalid)
        {
            return invalid.Errors;
        }
    }

    /// <summary>For programs: a draft may miss things, but what it says must make sense.</summary>
    public static void RefuseBroken(Brief brief, DateTime now)
    {
        var wrong = Problems(brief, now).Where(p => !IsMissing(p.Key, brief)).ToDictionary();
        if (wrong.Count > 0) throw new Invalid(wrong);
    }

    static bool IsMissing(string field, Brief brief) => field switch
    {
        "title" => brief.Title.Length < TitleMin || Lacks(brief.Title, TitleLetters, TitleMax),
        "description" => brief.Description.Length < DescriptionMin
            || Lacks(brief.Description, DescriptionLetters, DescriptionMax),
        "skills" => brief.Skills.Count == 0,
        "max" => brief.MaxMinor is null,
        _ => false,
    };

    public static void Refuse(Brief brief, DateTime now)
    {
        var check = new Check();
        foreach (var (field, typed) in brief.Typed) check.That(false, field, Unreadable(field, typed, brief.Currency));
        check.Text(brief.Title, "title", TitleMax, TitleMin);
        check.Text(brief.Description, "description", DescriptionMax, DescriptionMin);
        Letters(check, brief.Title, "title", TitleLetters);
        Letters(check, brief.Description, "description", DescriptionLetters);
        check.Text(brief.Quality, "quality", QualityMax, 0);
        Skills(check, brief);
        check.That(brief.Languages.Count <= LanguagesMax, "languages", $"Name at most {LanguagesMax} languages.");
        Money(check, brief);
        Time(check, brief, DateOnly.FromDateTime(now));
        Milestones(check, brief);
        check.ThrowIfAny();
    }

    // Pictures, figures and signs alone tell nobody what the work is, nor can they be matched.
    static void Letters(Check check, string text, string field, int least) =>
        check.That(HasLetters(text, least), field, $"Say it in words: at least {least} letters are needed.");

    static bool HasLetters(string text, int least) =>
        text.EnumerateRunes().Where(Rune.IsLetter).Take(least).Count() == least;

    // The words may still come, but what is too long already makes no sense.
    static bool Lacks(string text, int letters, int max) => text.Length <= max && !HasLetters(text, letters);

    static void Skills(Check check, Brief brief)
    {
        check.That(brief.Skills.Any(s => s.Required), "skills", $"Name at least one skill the work cannot do without.");
        check.That(brief.Skills.Count <= SkillsMax, "skills", $"Name at most {SkillsMax} skills.");
        check.That(brief.Skills.DistinctBy(s => s.SkillId).Count() == brief.Skills.Count, "skills",
            $"Name each skill once.");
        check.That(brief.Skills.All(s => s.MinLevel is >= 1 and <= 10), "skills", $"Levels go from 1 to 10.");
        foreach (var need in brief.Skills)
        {
            var field = $"{AlternativesOf}{need.SkillId}";
            check.That(!need.Alternatives.Contains(need.SkillId), field,
                $"A skill cannot stand in for itself. Name another one, or none.");
            check.That(need.Alternatives.Count <= AlternativesMax, field,
                $"Name at most {AlternativesMax} alternatives for a skill.");
        }
        check.That(brief.Complexity is >= 1 and <= 5, "complexity", $"Choose from 1 to 5.");
    }

    static void Money(Check check, Brief brief)
    {
        check.That(Currencies.IsKnown(brief.Currency), "currency", $"Choose a currency from the list.");
        check.That(brief.MaxMinor is not null, "max", $"Say the most you would pay.");
        check.Amount(brief.MaxMinor, "max", brief.Currency).Amount(brief.MinMinor, "min", brief.Currency);
        check.That(!(brief.MinMinor > brief.MaxMinor), "min", $"The lower end is above the upper end.");
    }

    static void Time(Check check, Brief brief, DateOnly today)
    {
        check.That(brief.Hours is null or >= 1 and <= HoursMax, "hours", $"Write whole hours, from 1 to {HoursMax}.");
        check.That(brief.WeeklyHours is null or >= 1 and <= WeeklyHoursMax, "weeklyHours",
            $"Write whole hours, from 1 to {WeeklyHoursMax}.");
        check.That(brief.Deadline is null || brief.Deadline >= today, "deadline",
            $"Choose a day that is still to come.");
        check.That(brief.Deadline is null || brief.Deadline <= today.AddYears(5), "deadline",
            $"Choose a day within five years.");
    }

    static void Milestones(Check check, Brief brief)
    {
        check.That(brief.Milestones.Count <= MilestonesMax, "milestones", $"Name at most {MilestonesMax} milestones.");
        check.That(brief.Milestones.All(m => m.Title.Trim().Length is >= 1 and <= TitleMax), "milestones",
            $"Give each milestone a title of at most {TitleMax} characters.");
        foreach (var part in brief.Milestones) check.Amount(part.Minor, "milestones", brief.Currency);
        if (brief is { Pay: PayType.Fixed, MaxMinor: { } most })
            check.That(brief.Milestones.Sum(m => (decimal)(m.Minor ?? 0)) <= most, "milestones",
                $"The milestones together cost more than the budget.");
    }

    static FormattableString Unreadable(string field, string typed, string currency) => field switch
    {
        "hours" or "weeklyHours" => $"“{typed}” is not a whole number of hours.",
        "deadline" => $"“{typed}” is not a day. Write it as 2026-03-14.",
        _ when field == "skills" || field.StartsWith(AlternativesOf, StringComparison.Ordinal) =>
            $"“{First(typed)}” is not a skill we know. Choose one from the list.",
        "languages" => $"“{First(typed)}” is not a language we know. Choose one from the list.",
        _ when field.StartsWith("milestoneDue", StringComparison.Ordinal) =>
            $"“{typed}” is not a day. Write it as 2026-03-14.",
        "currency" => $"Choose a currency from the list.",
        _ => AmountCheck.Unreadable(typed, currency) ?? $"Write an amount above zero.",
    };

    // Of several the first: the others are told when it is corrected.
    static string First(string typed) => typed.Split(',')[0];
}
