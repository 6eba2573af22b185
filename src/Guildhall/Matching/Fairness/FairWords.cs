using System.Globalization;
using Guildhall.Engine.Matching.Fairness;
using Guildhall.Engine.Matching.Learning;
using Guildhall.Shared.Ui;

namespace Guildhall.Matching;

/// <summary>Groups, policies and lessons in the reader's language.</summary>
public sealed class FairWords(Words words)
{
    public string Of(FairGroup by) => by switch
    {
        FairGroup.Standing => words["New or established here"],
        FairGroup.Country => words["Country"],
        _ => words["Language spoken best"],
    };

    public string Of(FairGroup by, string group) => (by, group) switch
    {
        (_, Groups.Unknown) => words["not stated"],
        (FairGroup.Standing, Groups.New) => words["New here"],
        (FairGroup.Standing, _) => words["Established"],
        (FairGroup.Country, var code) => MatchWords.Country(code),
        (_, var code) => MatchWords.Language(code),
    };

    public string Of(RerankKind kind) => kind switch
    {
        RerankKind.DetGreedy => words["Greedy: owed places first"],
        RerankKind.DetConstSort => words["Sorted within deadlines"],
        _ => words["By the number alone"],
    };

    public string Meaning(RerankKind kind) => kind switch
    {
        RerankKind.DetGreedy =>
            words["At each place the best of a group that is owed one; otherwise the best there is (DetGreedy)."],
        RerankKind.DetConstSort =>
            words["Each group gets its part by a certain place; before that the better stand higher (DetConstSort)."],
        _ => words["Nobody is moved for a group."],
    };

    public string Of(LessonVerdict verdict) => verdict switch
    {
        LessonVerdict.Proposed => words["Other weights would have put what people chose higher."],
        LessonVerdict.TooLittle => words["Too little to learn from yet."],
        LessonVerdict.NotBetter => words["Nothing learned is surely better than the weights in force."],
        LessonVerdict.ControlsTooGood =>
            words["Popularity or long profiles explain the choices nearly as well: nothing is proposed."],
        _ => words["What was learned are the weights in force."],
    };

    public static string Percent(double part) => part.ToString("P1", CultureInfo.CurrentCulture);

    public static string Figure(double value) =>
        (Math.Abs(value) < 0.0005 ? 0 : value).ToString("0.000", CultureInfo.CurrentCulture).Replace('-', '−');
}
