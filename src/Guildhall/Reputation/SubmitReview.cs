using System.Security.Claims;
using Guildhall.Contracts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Reputation.Public;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Reputation;

/// <summary>
/// One party says how it went. Once; and nobody reads it before both have spoken or the time is over.
/// </summary>
public sealed class SubmitReview(Db db, ContractBoard contracts, TimeProvider clock)
{
    /// <summary>A review as the API takes it.</summary>
    /// <param name="ContractId">A completed contract of the caller, within its review time.</param>
    /// <param name="Rating">Overall, 1 to 5.</param>
    /// <param name="Success">How well the project succeeded, 1 to 5.</param>
    /// <param name="QualityScore">Quality of the work (of the client: of the brief), 1 to 5.</param>
    /// <param name="OnTime">Whether the dates were kept.</param>
    /// <param name="Text">1 to 2,000 characters.</param>
    public sealed record Request(
        Guid ContractId, int Rating, int Success, int Communication, int Professionalism, int Deadlines,
            int QualityScore,
        bool OnTime, string Text);

    public async Task<Guid> Run(Guid contractId, Guid reviewerId, Ratings ratings, string text, CancellationToken ct)
    {
        var right = await contracts.MayReview(contractId, reviewerId, ct)
            ?? throw new
                Refused($"This contract can't be reviewed: it is not finished, or the time for reviews is over.",
                "no_review_right");
        new Check().Text(text, "Text", Review.LongestText).ThrowIfAny();
        var review = new Review
        {
            ContractId = contractId, JobId = right.JobId, ContractTitle = right.Title, ReviewerId = reviewerId,
            RevieweeId = right.RevieweeId, Ratings = ratings.Checked(), Text = text.Trim(), SubmittedAt = clock.Now(),
            About = right.ReviewerIsClient ? ReputationSide.Freelancer : ReputationSide.Client,
        };
        return await db.Transact(async () =>
        {
            if (await db.Set<Review>().AnyAsync(r => r.ContractId == contractId && r.ReviewerId == reviewerId, ct))
                throw new Refused($"You have reviewed this contract already. A review stays as it is.",
                    "already_reviewed");
            db.Add(review);
            db.Record(reviewerId, "review.submitted", "contract", contractId);
            db.Publish(new ReviewSubmitted(contractId, review.Id, reviewerId, right.RevieweeId, right.Title,
                right.Until));
            return review.Id;
        }, ct);
    }

    public static void Map(Routes routes) => routes.Api.Post("/reviews", Who.Member, Rate.Write, DataClass.Own,
        async (Request request, ClaimsPrincipal user, SubmitReview submit, CancellationToken ct) =>
        {
            var ratings = new Ratings(request.Rating, request.Success, request.Communication, request.Professionalism,
                request.Deadlines, request.QualityScore, request.OnTime);
            var id = await submit.Run(request.ContractId, user.UserId(), ratings, request.Text, ct);
            return TypedResults.Created($"/api/v1/reviews/{id}", new { id });
        }).WithName("SubmitReview").WithSummary("Review the other party of a finished contract")
        .Produces(201);
}
