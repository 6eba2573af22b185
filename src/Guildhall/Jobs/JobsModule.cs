using Guildhall.Jobs.Public;
using Guildhall.Shared.Web;

namespace Guildhall.Jobs;

/// <summary>The module's table of contents.</summary>
static class JobsModule
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<JobBoard>();
    }

    public static void MapJobs(this Routes routes)
    {
    }
}
