using System.Security.Claims;
using System.Text.Json.Serialization;
using Guildhall.Engine.Matching;
using Guildhall.Jobs.Public;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Guildhall.Talent.Public;

namespace Guildhall.Matching;

/// <param name="CompatibilityScore">0 to 100.</param>
/// <param name="Score">The same in hundredths of a point: exactly the sum of the factors.</param>
/// <param name="ConfidenceLevel">How much evidence stands behind it, 0 to 100.</param>
/// <param name="EstimatedCompletion">Null when hours or availability are not stated.</param>
public sealed record PreviewedMatch(
    Developer Developer, [property: JsonPropertyName("compatibility_score")] int CompatibilityScore, int Score,
    [property: JsonPropertyName("confidence_level")] int ConfidenceLevel,
    [property: JsonPropertyName("estimated_completion")] DateOnly? EstimatedCompletion,
    IReadOnlyList<MatchFactor> Factors, IReadOnlyList<string> Reasons, IReadOnlyList<Improvement> Improvements);

/// <param name="Freelancers">Everybody the best were found among.</param>
/// <param name="WeightsVersion">The weights in force.</param>
public sealed record MatchPreview(
    IReadOnlyList<PreviewedMatch> Matches, int Freelancers,
    [property: JsonPropertyName("weights_version")] string WeightsVersion);

/// <summary>
/// The best of the whole market for a job of one's own as it stands at this moment, a draft too. Nothing is stored or
/// signed and nobody is told.
/// </summary>
sealed class PreviewMatches(
    MarketIndex index, JobBoard board, ReadShown read, ShadowCheck shadow, MatchApi api, TimeProvider clock)
{
    async Task<MatchPreview> Run(Guid jobId, Guid client, int? limit, CancellationToken ct)
    {
        var job = await board.One(jobId, client, ct);
        if (job.ClientId != client) throw new Missing("job");
        var (market, document) = (await index.Now(ct), job.Document(clock.Today()));
        var most = Math.Clamp(limit ?? TalentSearch.PageSize, 1, StoreMatches.Kept);
        var found = Ranker.Top(document, market.Engine, most, id => id != client);
        shadow.Look(document, market.Engine, most, client, found);
        var people = await read.Introduced([.. found.Select(m => m.FreelancerId)], ct);
        return new([.. people.Of(found).Select(f => One(f.Match, f.Head, f.Name))], market.Engine.Freelancers,
            market.Engine.Weights.Version);
    }

    PreviewedMatch One(Match match, FreelancerHead who, string name)
    {
        var factors = api.Factors(match);
        return new(
            new(match.FreelancerId, name, who.Headline, who.Rate, who.Country, $"/freelancers/{match.FreelancerId}"),
            match.Compatibility, match.Score, match.Confidence, match.PredictedCompletion?.Finish, factors,
            api.Reasons(match, factors), api.Improvements(match));
    }

    public static void Map(Routes routes) => routes.Api.Get(
        "/jobs/{id:guid}/matches/preview", Who.Client, Rate.Search, DataClass.Own,
        (Guid id, int? limit, ClaimsPrincipal user, PreviewMatches preview, CancellationToken ct) =>
            preview.Run(id, user.UserId(), limit, ct))
        .WithSummary("The best of the whole market for your job at this moment; nothing is kept");
}
