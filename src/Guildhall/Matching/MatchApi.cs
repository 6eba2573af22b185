using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Guildhall.Engine.Matching;
using Guildhall.Engine.Money;
using Guildhall.Jobs.Public;
using Guildhall.Matching.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <summary>Who a match is about.</summary>
public sealed record Developer(Guid Id, string Name, string Headline, Money? Rate, string? Country, string Url);

/// <summary>One part of the score, in hundredths of a point; all parts sum to the score.</summary>
public sealed record MatchFactor(
    string Kind, int Points, [property: JsonPropertyName("max_points")] int MaxPoints, string Reason);

/// <summary>A change that would give a better number, found by scoring again with it.</summary>
/// <param name="Key">level_up, learn_skill, verify_skill, lower_rate, more_hours or start_earlier.</param>
/// <param name="Skill">The skill to change, by slug; null: something else.</param>
/// <param name="Text">The change and its result in one sentence.</param>
/// <param name="CompatibilityScore">The number it would give, 0 to 100.</param>
/// <param name="Score">The same in hundredths of a point.</param>
public sealed record Improvement(string Key, string? Skill, string Text,
    [property: JsonPropertyName("compatibility_score")] int CompatibilityScore, int Score);

/// <param name="CompatibilityScore">0 to 100.</param>
/// <param name="Score">The same in hundredths of a point: exactly the sum of the factors.</param>
/// <param name="ConfidenceLevel">How much evidence stands behind it, 0 to 100.</param>
/// <param name="EstimatedCompletion">Null when hours or availability are not stated.</param>
/// <param name="MissingSkills">Required skills that nothing met, by slug.</param>
public sealed record DeveloperMatch(
    Developer Developer, [property: JsonPropertyName("compatibility_score")] int CompatibilityScore, int Score,
    [property: JsonPropertyName("estimated_completion")] DateOnly? EstimatedCompletion,
    [property: JsonPropertyName("confidence_level")] int ConfidenceLevel, IReadOnlyList<MatchFactor> Factors,
    IReadOnlyList<string> Reasons, IReadOnlyList<Improvement> Improvements,
    [property: JsonPropertyName("missing_skills")] IReadOnlyList<string> MissingSkills,
    [property: JsonPropertyName("weights_version")] string WeightsVersion,
    [property: JsonPropertyName("graph_version")] string GraphVersion, int Formula,
    [property: JsonPropertyName("inputs_hash")] string InputsHash,
    [property: JsonPropertyName("created_at")] DateTime CreatedAt,
    [property: JsonPropertyName("export_url")] string ExportUrl);

/// <summary>How the job takes offers. Kind "proposals": open offers, no clock runs.</summary>
public sealed record AuctionStatus(
    string Kind, string State, int Bids, [property: JsonPropertyName("ends_at")] DateTime? EndsAt);

/// <summary>A change to the job that would let more freelancers match it.</summary>
public sealed record Recommendation(string Kind, string? Skill, string Text, int Now, int Then);

public sealed record MatchResponse(
    IReadOnlyList<DeveloperMatch> Matches, [property: JsonPropertyName("auction_status")] AuctionStatus AuctionStatus,
    IReadOnlyList<Recommendation> Recommendations, int Total);

/// <summary>An open job that suits the caller.</summary>
public sealed record JobRecommendation(
    [property: JsonPropertyName("job_id")] Guid JobId, string Title,
    [property: JsonPropertyName("compatibility_score")] int CompatibilityScore, int Score,
    [property: JsonPropertyName("confidence_level")] int ConfidenceLevel,
    [property: JsonPropertyName("estimated_completion")] DateOnly? EstimatedCompletion,
    IReadOnlyList<MatchFactor> Factors, IReadOnlyList<string> Reasons, IReadOnlyList<Improvement> Improvements,
    string Url);

/// <summary>Matches for programs: the job's own client sees its candidates, a freelancer what suits them.</summary>
sealed class MatchApi(
    ReadMatches read, Matcher matcher, MarketIndex index, MatchWords words, Skills skills, TimeProvider clock)
{
    static readonly FrozenDictionary<FactorKind, string> Kinds = Enum.GetValues<FactorKind>()
        .ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));

    public async Task<MatchResponse> Of(Guid jobId, Guid client, int? limit, bool again, CancellationToken ct)
    {
        var found = await read.Run(jobId, client, 0, Math.Clamp(limit ?? 20, 1, StoreMatches.Kept), ct, again);
        var market = await index.Now(ct);
        return new([.. found.Items.Select(One)], new("proposals", found.Job.TakesProposals ? "open" : "closed",
                found.Job.Proposals, null),
            [.. Widen.Of(found.Job, market, clock.Today()).Select(w => new Recommendation(w.Kind,
                w.SkillId is { } id ? skills.Find(id)?.Slug : null, words.Of(w), w.Now, w.Then))], found.Total);
    }

    DeveloperMatch One(MatchView view)
    {
        var (row, match, who, _, _) = view;
        return new(new(row.FreelancerId, who.Person.Name, who.Card.Headline, who.Card.Rate, who.Card.Country,
                $"/freelancers/{row.FreelancerId}"),
            row.Compatibility, row.Score, row.Finish, row.Confidence, Factors(match),
            [.. match.Reasons.Select(words.Of)],
            Improvements(match),
            [.. match.MissingRequired.Select(id => skills.Find(id)?.Slug).OfType<string>()], row.WeightsVersion,
            row.GraphVersion, row.Formula, row.InputsHash, row.CreatedAt,
            $"/api/v1/jobs/{row.JobId}/matches/{row.FreelancerId}/export");
    }

    public MatchFactor[] Factors(Match match) =>
        [.. match.Factors.Select(f => new MatchFactor(Kinds[f.Kind], f.Points, f.MaxPoints, words.Of(f.Why)))];

    /// <summary>The reasons in words; most are a factor's, whose words are there already.</summary>
    public string[] Reasons(Match match, MatchFactor[] factors)
    {
        var said = new string[match.Reasons.Count];
        for (var i = 0; i < said.Length; i++)
        {
            for (var f = 0; f < factors.Length && said[i] is null; f++)
                if (ReferenceEquals(match.Factors[f].Why, match.Reasons[i])) said[i] = factors[f].Reason;
            said[i] ??= words.Of(match.Reasons[i]);
        }
        return said;
    }

    async Task<IReadOnlyList<JobRecommendation>> For(Guid freelancer, int? limit, CancellationToken ct) =>
        [.. (await matcher.JobsFor(freelancer, Math.Clamp(limit ?? 20, 1, StoreMatches.Kept), ct)).Select(found =>
            new JobRecommendation(found.Job.Id, found.Job.Title, found.Match.Compatibility, found.Match.Score,
                found.Match.Confidence, found.Match.PredictedCompletion?.Finish, Factors(found.Match),
                [.. found.Match.Reasons.Select(words.Of)], Improvements(found.Match), $"/jobs/{found.Job.Id}"))];

    public Improvement[] Improvements(Match match) => [.. match.Counterfactuals.Select(c => new Improvement(
        Key(c.What.Key), c.What.Args.FirstOrDefault(a => a.Kind == ArgKind.Skill) is { Kind: ArgKind.Skill } skill
            ? skills.Find((int)skill.Value)?.Slug : null, words.Of(c.What), c.Compatibility, c.Score))];

    static string Key(string sentence) => sentence switch
    {
        ReasonKeys.LevelUp => "level_up",
        ReasonKeys.LearnSkill => "learn_skill",
        ReasonKeys.VerifySkill => "verify_skill",
        ReasonKeys.LowerRate => "lower_rate",
        ReasonKeys.MoreHours => "more_hours",
        _ => "start_earlier",
    };

    public static void Map(Routes routes)
    {
        routes.Api.Get("/jobs/{id:guid}/matches", Who.Client, Rate.Search, DataClass.Own, List)
            .WithSummary("Stored matches of your job with their arithmetic, best first");
        routes.Alias.Get("/api/matches/{id:guid}", Who.Client, Rate.Search, DataClass.Own, List)
            .WithSummary("Stored matches of your job; another address of them");
        routes.Api.Post("/match/projects/{id:guid}", Who.Client, Rate.Write, DataClass.Own,
            (Guid id, int? limit, ClaimsPrincipal user, MatchApi api, CancellationToken ct) =>
                api.Of(id, user.UserId(), limit, again: true, ct))
            .WithSummary("Computes and stores the matches of your job anew");
        routes.Api.Get("/match/recommendations", Who.Freelancer, Rate.Search, DataClass.Own, Recommend)
            .WithSummary("Jobs that fit your profile, best first");
    }

    static Task<MatchResponse> List(Guid id, int? limit, ClaimsPrincipal user, MatchApi api, CancellationToken ct) =>
        api.Of(id, user.UserId(), limit, again: false, ct);

    static Task<IReadOnlyList<JobRecommendation>> Recommend(
        Guid? user_id, int? limit, ClaimsPrincipal user, MatchApi api, CancellationToken ct) =>
        user_id is null || user_id == user.UserId() ? api.For(user.UserId(), limit, ct) : throw new Missing("person");
}
