using System.Text.Json;

namespace Guildhall.Engine.Matching;

/// <summary>Reads what <see cref="RationaleResult"/> wrote.</summary>
static class RationaleResultReader
{
    public static Match Match(JsonElement whole)
    {
        var (inputs, match) = (whole.GetProperty("inputs"), whole.GetProperty("match"));
        return new()
        {
            JobId = inputs.GetProperty("job").GetProperty("id").GetGuid(),
            FreelancerId = inputs.GetProperty("freelancer").GetProperty("id").GetGuid(),
            Score = Number(match, "score"),
            Confidence = Number(match, "confidence"),
            PredictedCompletion = Completion(match.GetProperty("completion")),
            Factors = [.. match.GetProperty("factors").EnumerateArray().Select(Factor)],
            Reasons = [.. match.GetProperty("reasons").EnumerateArray().Select(Reason)],
            MissingRequired = [.. match.GetProperty("missingRequired").EnumerateArray().Select(id => id.GetInt32())],
            Counterfactuals = [.. match.GetProperty("counterfactuals").EnumerateArray().Select(Counterfactual)],
            WeightsVersion = inputs.GetProperty("weights").GetProperty("version").GetString()!,
            GraphVersion = inputs.GetProperty("graph").GetProperty("version").GetString()!,
        };
    }

    static Completion? Completion(JsonElement e) => e.ValueKind == JsonValueKind.Null ? null
        : new(Day(e, "start"), Day(e, "finish"), Number(e, "workDays"));

    static Factor Factor(JsonElement e) => new(
        Enum.Parse<FactorKind>(e.GetProperty("kind").GetString()!), Number(e, "max"), Number(e, "points"),
        Reason(e.GetProperty("why")),
        e.TryGetProperty("skills", out var lines) ? [.. lines.EnumerateArray().Select(Line)] : []);

    static SkillLine Line(JsonElement e) => new(
        Number(e, "skill"), e.GetProperty("required").GetBoolean(), Number(e, "needed"), Number(e, "have"),
        e.GetProperty("verified").GetBoolean(), Enum.Parse<SkillVia>(e.GetProperty("via").GetString()!),
        e.TryGetProperty("used", out var used) ? used.GetInt32() : null, Number(e, "max"), Number(e, "points"));

    static Reason Reason(JsonElement e) => new(e.GetProperty("key").GetString()!,
        [.. e.GetProperty("args").EnumerateArray().Select(a => new ReasonArg(
            Enum.Parse<ArgKind>(a.GetProperty("kind").GetString()!), a.GetProperty("value").GetInt64(),
            a.TryGetProperty("text", out var text) ? text.GetString() : null))]);

    static Counterfactual Counterfactual(JsonElement e) => new(Reason(e.GetProperty("what")), Number(e, "score"),
        Guildhall.Engine.Matching.Match.Rounded(Number(e, "score")));

    static DateOnly Day(JsonElement e, string name) => DateOnly.FromDayNumber(Number(e, name));

    static int Number(JsonElement e, string name) => e.GetProperty(name).GetInt32();
}
