using Guildhall.Accounts;
using Guildhall.Accounts.Public;
using Guildhall.Jobs.Public;
using Guildhall.Matching;
using Guildhall.Notifications;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Guildhall.Shared.Ui;
using Microsoft.AspNetCore.SignalR;
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
        copy.Replace(ServiceDescriptor.Singleton<LiveFeed, NoFeed>());
        copy.AddSingleton(Outbox).Replace(ServiceDescriptor.Scoped<Mailer, StoryMailer>())
            .Replace(ServiceDescriptor.Scoped<Teller, StoryTeller>());
        copy.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(Outbox));
        copy.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(Outbox));
        Matching = cast.Services.Select(s => s.IsKeyedService ? null : s.ImplementationInstance).OfType<Subscription>()
            .Single(s => s.Handler == typeof(RefreshMatches) && s.Message == typeof(MatchesOwed));
        services = copy.BuildServiceProvider();
        scope = services.CreateAsyncScope();
        Db = Get<Db>();
        // The tale is all or nothing: no save in it is taken back alone.
        Db.Database.AutoSavepointsEnabled = false;
        Moments = new(Clock.Today);
    }

    public StoryClock Clock { get; }
    public StoryOutbox Outbox { get; }
    public Db Db { get; }
    public Moments Moments { get; }
    /// <summary>Who makes a job's matches on the site.</summary>
    public Subscription Matching { get; }
    public IServiceProvider Services => scope.ServiceProvider;

    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    static bool IsOffStage(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        || !service.IsKeyedService && service.ImplementationInstance is Subscription { Handler: var handler }
            && (handler.Name.StartsWith("Live", StringComparison.Ordinal)
                || handler == typeof(FollowMarket) || handler == typeof(RefreshMatches));

    sealed class NoFeed(IHubContext<LiveHub> hub, Settings settings) : LiveFeed(hub, settings)
    {
        public override Task Publish(Db db, string topic, Func<Task<object>> payload, CancellationToken ct) =>
            Task.CompletedTask;
    }

    // What nobody will read any more need not be written.
    sealed class StoryMailer(
        Db db, Words words, Settings settings, MailSettings mail, IWebHostEnvironment environment, StoryOutbox outbox)
        : Mailer(db, words, settings, mail, environment)
    {
        public override Task Tell(
            Guid account, FormattableString news, CancellationToken ct, params FormattableString[] more) =>
            outbox.KeepsMail ? base.Tell(account, news, ct, more) : Task.CompletedTask;
    }

    sealed class StoryTeller(Db db, LiveFeed live, Mailer mailer, StoryOutbox outbox) : Teller(db, live, mailer)
    {
        public override Task Tell(
            Guid person, Topic topic, FormattableString words, string link, CancellationToken ct, bool byMail = false,
            FormattableString? inMail = null) => outbox.KeepsNews
                ? base.Tell(person, topic, words, link, ct, byMail, inMail) : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
