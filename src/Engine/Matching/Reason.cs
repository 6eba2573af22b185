using System.Globalization;

namespace Guildhall.Engine.Matching;

/// <summary>What kind of thing an argument of a sentence is, so that the site can name or format it.</summary>
public enum ArgKind
{
    /// <summary>A plain number.</summary>
    Number,
    /// <summary>A skill id; show its name.</summary>
    Skill,
    /// <summary>A day, as <see cref="DateOnly.DayNumber"/>.</summary>
    Day,
    /// <summary>An amount in minor units; the currency is in <see cref="ReasonArg.Text"/>.</summary>
    Money,
    /// <summary>A short text such as a currency or language code.</summary>
    Text,
}

/// <summary>One argument of a sentence.</summary>
/// <param name="Kind">How to read the other two.</param>
/// <param name="Value">Number, skill id, day number or minor units.</param>
/// <param name="Text">Currency of money, or the text itself; otherwise null.</param>
public readonly record struct ReasonArg(ArgKind Kind, long Value, string? Text = null)
{
    /// <summary>A skill, shown by its name.</summary>
    public static ReasonArg Skill(int id) => new(ArgKind.Skill, id);

    /// <summary>A plain number.</summary>
    public static ReasonArg Number(long value) => new(ArgKind.Number, value);

    /// <summary>A day.</summary>
    public static ReasonArg Day(DateOnly day) => new(ArgKind.Day, day.DayNumber);

    /// <summary>An amount of money.</summary>
    public static ReasonArg Money(long minor, string currency) => new(ArgKind.Money, minor, currency);

    /// <summary>A short text.</summary>
    public static ReasonArg Word(string text) => new(ArgKind.Text, 0, text);
}

/// <summary>
/// A plain sentence as data: an English key with {0} placeholders, which is also what is translated, and its arguments.
/// Every key is in <see cref="ReasonKeys.All"/>.
/// </summary>
/// <param name="Key">The English sentence.</param>
/// <param name="Args">What stands in its placeholders.</param>
public sealed record Reason(string Key, IReadOnlyList<ReasonArg> Args)
{
    internal static Reason Of(string key, params ReasonArg[] args) => new(key, args);

    /// <summary>
    /// The sentence in words: <paramref name="translate"/> the key, <paramref name="show"/> the arguments.
    /// </summary>
    public string Format(Func<string, string> translate, Func<ReasonArg, string> show)
    {
        if (Args.Count == 0) return translate(Key);
        var shown = new object[Args.Count];
        for (var i = 0; i < shown.Length; i++) shown[i] = show(Args[i]);
        return string.Format(CultureInfo.InvariantCulture, translate(Key), shown);
    }
}
