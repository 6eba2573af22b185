using Guildhall.Accounts.Public;
using Guildhall.Engine.Reputation;
using Guildhall.Reputation.Public;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.Mvc;

namespace Guildhall.Reputation;

/// <summary>Reputation is public: the number, what it is made of, and every review behind it.</summary>
static class ReadReputation
{
    public static void Map(Routes routes)
    {
        routes.Api.Get("/reputation/{userId:guid}", Who.Anyone, Rate.Read, DataClass.Public,
            async (Guid userId, [FromQuery] string? side, People people, Reputations reputations,
                CancellationToken ct) =>
            {
                await people.One(userId, ct);
                return TypedResults.Ok(await reputations
                    .Of(userId, Choice.Of(side, ReputationSide.Freelancer, "side"), ct));
            }).WithName("GetReputation").WithSummary("The published score of a person, with its components");

        routes.Api.Get("/users/{userId:guid}/reviews", Who.Anyone, Rate.Read, DataClass.Public,
            async (Guid userId, [FromQuery] string? side, [FromQuery] string? cursor, [FromQuery] int? size,
                People people, Reputations reputations, CancellationToken ct) =>
            {
                await people.One(userId, ct);
                return TypedResults.Ok(await reputations
                    .ReviewsOf(userId, Choice.Of(side, ReputationSide.Freelancer, "side"), cursor, size, ct));
            }).WithName("ListReviews").WithSummary("Published reviews of a person, newest first");
    }
}
