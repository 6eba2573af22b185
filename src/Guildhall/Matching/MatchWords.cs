using System.Collections.Concurrent;
using System.Globalization;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Shared.Ui;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>The engine's sentences and parts in the reader's language.</summary>
public sealed class MatchWords(Words words, Skills skills)
{
    static readonly ConcurrentDictionary<(string, string), string> countries = new();

    public string Of(Reason reason) => reason.Format(_ => words[KeyOf(reason)], Show);

    // One review has words of its own. Not in the engine: a stored match keeps its reasons as they were made.
    static string KeyOf(Reason reason) => reason is { Args: [_, { Kind: ArgKind.Number, Value: 1 }] }
        ? reason.Key switch
        {
            ReasonKeys.ReputationEnough => ReasonKeys.ReputationEnoughOne,
            ReasonKeys.ReputationLow => ReasonKeys.ReputationLowOne,
            var key => key,
        }
        : reason.Key;

    public string Of(FactorKind kind) => kind switch
    {
        FactorKind.Skills => words["Skills and levels"],
        FactorKind.Expected => words["What such jobs usually need"],
        FactorKind.Text => words["Words in common"],
        FactorKind.Availability => words["Availability and deadline"],
        FactorKind.Reputation => words["Reputation and difficulty"],
        FactorKind.Rate => words["Rate and budget"],
        FactorKind.Place => words["Hours and languages in common"],
        _ => words["Held down by required skills"],
    };

    /// <summary>For the head of a column.</summary>
    public string Short(FactorKind kind) => kind switch
    {
        FactorKind.Skills => words["Skills"],
        FactorKind.Expected => words["Expected"],
        FactorKind.Text => words["Words"],
        FactorKind.Availability => words["Time"],
        FactorKind.Reputation => words["Reputation"],
        FactorKind.Rate => words["Rate"],
        _ => words["Place"],
    };

    public string Of(Widening change) => change.Kind switch
    {
        "optional" => words["With {0} welcome instead of required, {1} would match instead of {2}.",
            skills.Label(change.SkillId!.Value), change.Then, change.Now],
        "level" => words["With {0} at level {1}, {2} would match instead of {3}.",
            skills.Label(change.SkillId!.Value), change.To, change.Then, change.Now],
        _ => words["With a fifth more budget, {0} would match instead of {1}.", change.Then, change.Now],
    };

    public string Of(JobKind kind) => kind switch
    {
        JobKind.Project => words["Project"],
        JobKind.Feature => words["New feature"],
        JobKind.BugFix => words["Bug fix"],
        JobKind.CodeReview => words["Code review"],
        JobKind.ApiIntegration => words["API integration"],
        JobKind.Performance => words["Performance"],
        _ => words["Security audit"],
    };

    public string Of(PayType pay) => pay == PayType.Hourly ? words["By the hour"] : words["One price"];

    /// <summary>"$800.00 – $1,200.00", "up to …"; per hour when it is.</summary>
    public string Budget(Brief brief)
    {
        var amount = (brief.Min, brief.Max) switch
        {
            (null, null) => words["Budget not stated"],
            ({ } min, { } max) when min != max => $"{Text(min)} – {Text(max)}",
            (_, { } max) => words["up to {0}", Text(max)],
            ({ } min, null) => words["from {0}", Text(min)],
        };
        return brief.Pay == PayType.Hourly && brief.Max is not null ? words["{0} an hour", amount] : amount;
    }

    static string Text(Money money) => money.ToString(CultureInfo.CurrentCulture);

    /// <summary>Hundredths as points: 4,321 is "43.21".</summary>
    public static string Points(int hundredths) =>
        (hundredths / (decimal)Weights.Scale).ToString("0.00", CultureInfo.CurrentCulture).Replace('-', '−');

    // The framework names a region only inside a culture's name: "inglés (Alemania)".
    public static string Country(string code) => countries.GetOrAdd((CultureInfo.CurrentUICulture.Name, code), key =>
        code.Length == 2 && code.All(char.IsAsciiLetter)
            && CultureInfo.GetCultureInfo($"en-{code}").DisplayName is var name
            && name.IndexOf('(') is > 0 and var at ? name[(at + 1)..].TrimEnd(')') : key.Item2);

    public static string Language(string code)
    {
        if (code.Length is < 2 or > 3 || !code.All(char.IsAsciiLetter)) return code;
        var name = CultureInfo.GetCultureInfo(code).DisplayName;
        return name.Length == 0 ? code : char.ToUpper(name[0], CultureInfo.CurrentUICulture) + name[1..];
    }

    string Show(ReasonArg arg) => arg.Kind switch
    {
        ArgKind.Skill => skills.Label((int)arg.Value),
        ArgKind.Day => DateOnly.FromDayNumber((int)arg.Value).InWords(),
        ArgKind.Money => new Money(arg.Value, arg.Text!).ToString(CultureInfo.CurrentCulture),
        ArgKind.Text => arg.Text ?? "",
        _ => arg.Value.ToString(CultureInfo.CurrentCulture),
    };
}
