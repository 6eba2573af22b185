using Guildhall.Shared.Web;

namespace Guildhall.Reputation;

/// <summary>The module's table of contents.</summary>
static class ReputationModule
{
    public static void AddReputation(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapReputation(this Routes routes)
    {
    }
}
