using Guildhall.Shared.Web;

namespace Guildhall.Payments;

/// <summary>The module's table of contents.</summary>
static class PaymentsModule
{
    public static void AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapPayments(this Routes routes)
    {
    }
}
