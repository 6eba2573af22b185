using Guildhall.Shared.Ui;

namespace Guildhall.Talent.Public;

/// <summary>
/// Levels run from 1 to 10 everywhere. Each has a word and a sentence that people can test themselves against, so
/// that a 6 from one freelancer means what a 6 from another means.
/// </summary>
public static class SkillLevels
{
    public const int Lowest = 1;
    public const int Highest = 10;

    static readonly (string Word, string Meaning)[] All =
    [
        ("First steps", "You have seen it and tried it."),
        ("Learning", "You finish small exercises by following a guide."),
        ("Assisted", "You do real tasks with someone to ask."),
        ("Working", "You do common tasks alone; unusual ones take you long."),
        ("Independent", "You deliver whole pieces of work alone."),
        ("Experienced", "You have delivered several times and know the usual traps."),
        ("Advanced", "You choose the approach and solve what others get stuck on."),
        ("Expert", "Others ask you to review their work."),
        ("Leading", "You set the standard for a team and teach it."),
        ("Master", "People outside your team learn it from your work."),
    ];

    public static bool IsValid(int level) => level is >= Lowest and <= Highest;

    /// <summary>The level's word in English, a key for <see cref="Words"/>.</summary>
    public static string Word(int level) => All[level - 1].Word;

    /// <summary>What the level says of a person, in English, a key for <see cref="Words"/>.</summary>
    public static string Meaning(int level) => All[level - 1].Meaning;
}
