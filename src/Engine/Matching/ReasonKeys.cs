namespace Guildhall.Engine.Matching;

/// <summary>Every sentence the engine can say. Keys are the English text; each needs its translations.</summary>
public static class ReasonKeys
{
#pragma warning disable CS1591 // the text says what it means
    public const string AllSkills = "Has every required skill at the level asked for; verified: {0} of {1}.";
    public const string MissingSkill = "Lacks {0}, which the job requires.";
    public const string MissingButRelated = "Lacks {0}, which the job requires, but knows {1}, which is related.";
    public const string BelowLevel = "{0} is at level {1}; the job asks for level {2}.";
    public const string UsesAlternative = "Knows {0}, accepted instead of {1}.";
    public const string OptionalSkills = "Optional skills covered: {0} of {1}.";
    public const string NoSkillsAsked = "The job names no skills, so the words of the profile count in their place.";
    public const string TooManyClaims = "Lists {0} unverified skills; more than {1} make each of them count less.";
    public const string ExpectedBySkill = "Knows {0}, which jobs with {1} often need too.";
    public const string ExpectedByWords = "Knows {0}, which jobs like “{1}” often need.";
    public const string ExpectedNone = "Lists none of the other skills that such jobs often need.";
    public const string ExpectedNothing = "Such jobs are not known to need other skills.";
    public const string TextClose = "The profile speaks of the same things as the job.";
    public const string TextSome = "The profile shares some words with the job.";
    public const string TextFar = "The profile hardly mentions what the job is about.";
    public const string TextNone = "The job's text gives nothing to compare.";
    public const string MeaningClose = "Skills and words mean nearly the same as the job's.";
    public const string MeaningSome = "Skills and words are close in meaning to the job's.";
    public const string MeaningFar = "Skills and words lie in another field than the job's.";
    public const string InTime = "Could finish on {0}; the deadline is {1}.";
    public const string TooLate = "Would finish on {0}, after the deadline of {1}.";
    public const string StartsTooLate = "Could not start before {0}; the deadline is {1}.";
    public const string StartsInTime = "Could start on {0}, before the deadline of {1}.";
    public const string FinishNoDeadline = "Could start on {0} and finish on {1}.";
    public const string StartNoDeadline = "Could start on {0}.";
    public const string HoursUnknown = "Does not say how many hours a week are free.";
    public const string NotAvailable = "Is not available at present.";
    public const string DeadlinePassed = "The deadline of {0} has passed.";
    public const string ReputationEnough =
        "Reputation {0} of 100 from {1} reviews: enough for work of this difficulty.";
    public const string ReputationLow =
        "Reputation {0} of 100 from {1} reviews: less than work of this difficulty calls for.";
    // For showing the two above when it is one review; no match has them.
    public const string ReputationEnoughOne =
        "Reputation {0} of 100 from one review: enough for work of this difficulty.";
    public const string ReputationLowOne =
        "Reputation {0} of 100 from one review: less than work of this difficulty calls for.";
    public const string ReputationNew = "No reviews here yet.";
    public const string RateInside = "The rate of {0} an hour is within the budget.";
    public const string RateAbove = "The rate of {0} an hour is above the maximum of {1}.";
    public const string PriceInside = "About {0} for {1} hours: within the budget.";
    public const string PriceAbove = "About {0} for {1} hours: above the maximum of {2}.";
    public const string RateUnknown = "Does not state a rate.";
    public const string BudgetUnknown = "The job states no budget to compare with.";
    public const string HoursForPriceUnknown = "Without the job's hours, the rate cannot be compared with its budget.";
    public const string OtherCurrency = "The rate is in {0} and the budget in {1}, so the rate counts as neutral.";
    public const string PlaceAny = "The job asks for no time zone or language.";
    public const string PlaceHours = "Shares {0} working hours a day; the job asks for {1}.";
    public const string PlaceLanguages = "Languages the job asks for and this person speaks: {0} of {1}.";
    public const string PlaceUnknown = "Does not state a time zone or languages.";
    public const string LanguagesUnknown = "Does not say which languages they speak.";
    public const string CeilingNone = "No required skill holds the score down.";
    public const string CeilingHolds = "Required skills that are missing or below their level hold the score to {0}.";
    public const string LevelUp = "One level more in {0} gives {1}.";
    public const string LearnSkill = "{0} at level {1} gives {2}.";
    public const string VerifySkill = "Verifying {0} gives {1}.";
    public const string LowerRate = "A rate of {0} an hour gives {1}.";
    public const string MoreHours = "{0} free hours a week give {1}.";
    public const string Mentions = "The text mentions “{0}”.";
    public const string MentionsWithLevel = "The text mentions “{0}” and says “{1}”.";
    public const string ReadAs = "“{0}” reads like {1}.";
    public const string StartEarlier = "Starting on {0} gives {1}.";
#pragma warning restore CS1591

    /// <summary>All of the above, for the test that every one is translated.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AllSkills, MissingSkill, MissingButRelated, BelowLevel, UsesAlternative, OptionalSkills, NoSkillsAsked,
        TooManyClaims,
        ExpectedBySkill, ExpectedByWords, ExpectedNone, ExpectedNothing,
        TextClose, TextSome, TextFar, TextNone, MeaningClose, MeaningSome, MeaningFar,
        InTime, TooLate, StartsTooLate, StartsInTime, FinishNoDeadline, StartNoDeadline, HoursUnknown, NotAvailable,
        DeadlinePassed,
        ReputationEnough, ReputationLow, ReputationEnoughOne, ReputationLowOne, ReputationNew,
        RateInside, RateAbove, PriceInside, PriceAbove, RateUnknown, BudgetUnknown, HoursForPriceUnknown, OtherCurrency,
        PlaceAny, PlaceHours, PlaceLanguages, PlaceUnknown, LanguagesUnknown,
        CeilingNone, CeilingHolds,
        LevelUp, LearnSkill, VerifySkill, LowerRate, MoreHours, StartEarlier,
        Mentions, MentionsWithLevel, ReadAs,
    ];
}
