using Guildhall.Contracts.Public;
using Guildhall.Reputation.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Web;

namespace Guildhall.Reputation;

/// <summary>The module's table of contents.</summary>
static class ReputationModule
{
    public static void AddReputation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Reputations>().AddScoped<SubmitReview>().AddScoped<ReplyToReview>();
        services.AddHandler<ContractCompleted, RevealReviews>();
        services.AddHandler<ContractClosed, RevealReviews>();
        services.AddHandler<ReviewSubmitted, RevealReviews>();
        services.AddHandler<RevealDue, RevealReviews>(Queues.Deadlines);
        services.AddHandler<ReputationStale, ComputeReputation>();
    }

    public static void MapReputation(this Routes routes)
    {
        SubmitReview.Map(routes);
        ReplyToReview.Map(routes);
        ReadReputation.Map(routes);
    }
}
