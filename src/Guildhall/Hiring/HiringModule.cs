using Guildhall.Hiring.Public;
using Guildhall.Shared.Web;

namespace Guildhall.Hiring;

/// <summary>The module's table of contents.</summary>
static class HiringModule
{
    public static void AddHiring(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Proposals>().AddScoped<ProposalScores>();
    }

    public static void MapHiring(this Routes routes)
    {
    }
}
