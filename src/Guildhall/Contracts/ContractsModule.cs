using Guildhall.Contracts.Public;
using Guildhall.Shared.Web;

namespace Guildhall.Contracts;

/// <summary>The module's table of contents.</summary>
static class ContractsModule
{
    public static void AddContracts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ContractBoard>();
    }

    public static void MapContracts(this Routes routes)
    {
    }
}
