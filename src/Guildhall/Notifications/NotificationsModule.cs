using Guildhall.Notifications.News;
using Guildhall.Notifications.Public;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;

namespace Guildhall.Notifications;

/// <summary>The module's table of contents.</summary>
static class NotificationsModule
{
    public static void AddNotifications(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new UnreadNews((services, person, ct) =>
            services.GetRequiredService<Teller>().Unread(person, ct)));
        services.AddScoped<Teller>().AddScoped<ReadNotifications>().AddScoped<ChoosePreferences>().AddScoped<Inbox>();
        services.AddNews<ProposalNews>().AddNews<InvitationNews>().AddNews<ContractNews>().AddNews<MilestoneNews>();
        services.AddNews<MoneyNews>().AddNews<JobNews>().AddNews<PersonNews>().AddNews<MatchNews>()
            .AddNews<SearchNews>().AddNews<PlacementNews>();
    }

    /// <summary>Subscribes to every event the class handles.</summary>
    static IServiceCollection AddNews<T>(this IServiceCollection services) where T : class
    {
        services.AddScoped<T>();
        foreach (var kind in typeof(T).GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IHandle<>)))
        {
            var message = kind.GetGenericArguments()[0];
            services.AddSingleton(new Subscription($"Notifications.{typeof(T).Name}.{message.Name}", Queues.Default,
                message, typeof(T)));
        }
        return services;
    }

    public static void MapNotifications(this Routes routes)
    {
        ReadNotifications.Map(routes);
        ChoosePreferences.Map(routes);
    }
}
