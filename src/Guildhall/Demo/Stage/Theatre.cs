using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guildhall.Demo.Stage;

/// <summary>The site's own services, kept so that the tale can be played with them under another clock.</summary>
sealed record Cast(IServiceCollection Services);

/// <summary>
/// The whole site a second time over the same database: every use case and handler as it is, with the tale's clock and
/// outbox. Nobody watches, so nothing is announced to open pages, and matches are made once at the end.
/// </summary>
sealed class Theatre : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly AsyncServiceScope scope;

    public Theatre(Cast cast, DateTime today)
    {
        Clock = new(today);
        Outbox = new(Clock);
        var copy = new ServiceCollection();
        foreach (var service in cast.Services.Where(s => !IsOffStage(s))) copy.Add(service);
        copy.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        copy.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Outbox));
        copy.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Outbox));
        services = copy.BuildServiceProvider();
        scope = services.CreateAsyncScope();
        Db = Get<Db>();
        Moments = new(Clock.Today);
    }

    public StoryClock Clock { get; }
    public StoryOutbox Outbox { get; }
    public Db Db { get; }
    public Moments Moments { get; }
    public IServiceProvider Services => scope.ServiceProvider;

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    static bool IsOffStage(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        || !service.IsKeyedService && service.ImplementationInstance is Subscription { Handler: var handler }
            && (handler.Name.StartsWith("Live", StringComparison.Ordinal)
                || handler == typeof(FollowMarket) || handler == typeof(RefreshMatches));

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
