using System.Text.Json;
using Guildhall.Engine.Search;

namespace Guildhall.Engine.Matching;

/// <summary>Reads the inputs back. Throws <see cref="FormatException"/>, <see cref="KeyNotFoundException"/> or
/// <see cref="InvalidOperationException"/> on a file that is not one; <see cref="Verifier"/> turns them into
/// words.</summary>
static class RationaleReader
{
    public static Weights Weights(JsonElement e) => new Weights(
        Text(e, "version"), Number(e, "skills"), Number(e, "text"), Number(e, "availability"),
        Number(e, "reputation"), Number(e, "rate"), Number(e, "place"),
        e.TryGetProperty("meaning", out var meaning) ? meaning.GetInt32() : 0,
        e.TryGetProperty("expected", out var expected) ? expected.GetInt32() : 0).Checked();

    public static SkillGraph Graph(JsonElement e) => new(Text(e, "version"),
        e.GetProperty("edges").EnumerateArray()
            .Select(a => new SkillEdge(a[0].GetInt32(), a[1].GetInt32(), a[2].GetInt32())),
        e.TryGetProperty("expected", out var expected) ? [.. expected.EnumerateArray().Select(Expected)] : []);

    static ExpectedSkill Expected(JsonElement e) => e[2].ValueKind == JsonValueKind.Number
        ? new(e[0].GetInt32(), e[1].GetInt32(), e[2].GetInt32(), null)
        : new(e[0].GetInt32(), e[1].GetInt32(), null, e[2].GetString());

    public static TextCorpus Corpus(JsonElement e) => TextCorpus.Excerpt(
        Number(e, "documents"), e.GetProperty("frequencies").EnumerateObject().DistinctBy(p => p.Name)
            .Select(p => KeyValuePair.Create(p.Name, p.Value.GetInt32())));

    public static JobDocument Job(JsonElement e) => new(e.GetProperty("id").GetGuid(), Day(Number(e, "today")))
    {
        Requirements = [.. e.GetProperty("requirements").EnumerateArray().Select(Requirement)],
        Title = e.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "",
        Text = Text(e, "text"),
        Pricing = Enum.Parse<Pricing>(Text(e, "pricing")),
        MinMinor = Long(e, "min"),
        MaxMinor = Long(e, "max"),
        Currency = Text(e, "currency"),
        Hours = Optional(e, "hours"),
        Deadline = Optional(e, "deadline") is { } day ? Day(day) : null,
        Complexity = Number(e, "complexity"),
        TimezoneMinutes = Optional(e, "timezone"),
        MinOverlapHours = Number(e, "overlap"),
        Languages = Words(e, "languages"),
        Vector = Vector(e),
    };

    public static FreelancerDocument Freelancer(JsonElement e) => new(e.GetProperty("id").GetGuid())
    {
        Claims = [.. e.GetProperty("claims").EnumerateArray()
            .Select(c => new SkillClaim(Number(c, "skill"), Number(c, "level"), Flag(c, "verified")))],
        Text = Text(e, "text"),
        HourlyRateMinor = Long(e, "rate"),
        Currency = Text(e, "currency"),
        WeeklyHours = Optional(e, "weeklyHours"),
        EarliestStart = Optional(e, "earliestStart") is { } day ? Day(day) : null,
        Reputation = Number(e, "reputation"),
        Reviews = Number(e, "reviews"),
        TimezoneMinutes = Optional(e, "timezone"),
        Languages = Words(e, "languages"),
        Vector = Vector(e),
        ExperienceYears = Optional(e, "experienceYears"),
        CompletedJobs = Number(e, "completedJobs"),
        PacePermille = Optional(e, "pace"),
        PortfolioItems = Number(e, "portfolio"),
    };

    static Requirement Requirement(JsonElement e) => new(
        Number(e, "skill"), Number(e, "level"), Flag(e, "required"))
    {
        Alternatives = [.. e.GetProperty("alternatives").EnumerateArray().Select(a => a.GetInt32())],
    };

    static SemanticVector Vector(JsonElement e) => e.TryGetProperty("vector", out var values)
        ? SemanticVector.Kept([.. values.EnumerateArray().Select(v => v.GetSByte())]) : SemanticVector.None;

    static DateOnly Day(int number) => number >= 0 && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber(number) : throw new FormatException("A day number is out of range.");

    static string Text(JsonElement e, string name) =>
        e.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null.");

    static bool Flag(JsonElement e, string name) => e.GetProperty(name).GetBoolean();

    static int Number(JsonElement e, string name) => e.GetProperty(name).GetInt32();

    static int? Optional(JsonElement e, string name) =>
        e.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetInt32() : null;

    static long? Long(JsonElement e, string name) =>
        e.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.GetInt64() : null;

    static string[] Words(JsonElement e, string name) =>
        [.. e.GetProperty(name).EnumerateArray()
            .Select(v => v.GetString() ?? throw new FormatException($"{name} holds null."))];
}
