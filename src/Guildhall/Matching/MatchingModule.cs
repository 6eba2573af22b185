using Guildhall.Shared.Web;

namespace Guildhall.Matching;

/// <summary>The module's table of contents.</summary>
static class MatchingModule
{
    public static void AddMatching(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapMatching(this Routes routes)
    {
    }
}
