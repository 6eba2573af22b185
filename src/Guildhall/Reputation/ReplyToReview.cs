using System.Security.Claims;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Web;

namespace Guildhall.Reputation;

/// <summary>The reviewed person answers, once, in public.</summary>
public sealed class ReplyToReview(Db db, TimeProvider clock)
{
    /// <param name="Text">1 to 2,000 characters.</param>
    public sealed record Request(string Text);

    public async Task Run(Guid reviewId, Guid by, string text, CancellationToken ct)
    {
        var review = await db.Set<Review>().FindAsync([reviewId], ct) ?? throw new Missing("review");
        review.Answer(by, text, clock.Now());
        db.Record(by, "review.replied", "review", reviewId);
        await db.SaveChangesAsync(ct);
    }

    public static void Map(Routes routes) =>
        routes.Api.Post("/reviews/{id:guid}/reply", Who.Member, Rate.Write, DataClass.Private,
            async (Guid id, Request request, ClaimsPrincipal user, ReplyToReview reply, CancellationToken ct) =>
            {
                await reply.Run(id, user.UserId(), request.Text, ct);
                return TypedResults.NoContent();
            }).WithName("ReplyToReview").WithSummary("Answer a review of yourself, once");
}
