using Guildhall.Shared.Web;

namespace Guildhall.Insights;

/// <summary>The module's table of contents.</summary>
static class InsightsModule
{
    public static void AddInsights(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReadDashboard>();
    }

    public static void MapInsights(this Routes routes)
    {
        ReadDashboard.Map(routes);
        Guides.Map(routes);
    }
}
