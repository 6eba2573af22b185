using Guildhall.Shared.Web;

namespace Guildhall.Notifications;

/// <summary>The module's table of contents.</summary>
static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
    }

    public static void MapNotifications(this Routes routes)
    {
    }
}
