using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The module's table of contents.</summary>
static class ContractsModule
{
    public static void AddContracts(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapContracts(this Routes routes)
    {
    }
}
