using Guildhall.Shared.Web;

namespace Guildhall.Talent;

/// <summary>The module's table of contents.</summary>
static class TalentModule
{
    public static void AddTalent(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapTalent(this Routes routes)
    {
    }
}
