using System.IO.Compression;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Guildhall.Shared.Live;
using Guildhall.Shared.Ui;
using Guildhall.Shared.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guildhall.Shared;

/// <summary>What every module stands on: data, jobs, live, errors, words, and the order of the pipeline.</summary>
static class Hosting
{
    public static void AddHouse(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddSingleton<Opening>().AddSingleton<MovableClock>();
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<MovableClock>());
        services.AddData(settings);
        services.AddSingleton<Subscriptions>().AddSingleton<JobRunner>();
        services.AddSingleton(s => s.GetRequiredService<Subscriptions>().Signal);
        services.AddRecurring<ForgetAnswers>(TimeSpan.FromDays(1));
        if (settings.Work) services.AddHostedService<Workers>().AddHostedService<Rest>();
        services.AddSingleton<LiveFeed>().AddHostedService<Signals>();
        services.AddScoped<BlobStore>().AddSingleton<SafeHttp>().AddSingleton<Words>();
        services.AddSingleton<Entrances>().AddSingleton<Doors>();
        services.AddSingleton<Misread>().AddExceptionHandler<Problems>().AddProblemDetails();
        services.AddAuthorization(o => o.AddAccessPolicies());
        services.AddRateLimits();
        services.AddAntiforgery(o => { o.HeaderName = "RequestVerificationToken"; o.Cookie.Name = "form"; });
        services.AddDataProtection().SetApplicationName("Guildhall");
        services.AddSingleton<KeyRing>().AddOptions<KeyManagementOptions>()
            .Configure<KeyRing>((o, ring) => o.XmlRepository = ring);
        services.Configure<JsonOptions>(StrictJson.Configure);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddSignalR(o => o.MaximumReceiveMessageSize = 16 * 1024);
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddResponseCompression(o =>
            { o.EnableForHttps = true; o.Providers.Add<BrotliCompressionProvider>(); });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        DeadLetters.AddVerbs(services);
        RotateKeys.AddVerbs(services);
        services.AddVerb("migrate", "Bring the database to this version and stop", async (s, _) =>
            { await Migrate(s); return 0; });
    }

    public static void UseHouse(this WebApplication app)
    {
        var opening = app.Services.GetRequiredService<Opening>();
        app.Use(async (http, next) => { await next(http); opening.Answered(); });
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture("en").AddSupportedCultures(Words.Languages).AddSupportedUICultures(Words.Languages);
            o.RequestCultureProviders =
                [new CookieRequestCultureProvider { CookieName = "culture" },
                    new AcceptLanguageHeaderRequestCultureProvider()];
        });
        app.UseSiteErrors();
        app.UseReadableAddresses();
        app.UseRouting();
        app.UseSameOrigin();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseIdempotencyKeys();
        app.UseFormTokens();
    }

    public static async Task Migrate(IServiceProvider services)
    {
        var settings = services.GetRequiredService<Settings>();
        Directory.CreateDirectory(settings.Data);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        // Asked first: migrating takes a lock in the database, which a start without a migration need not.
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) await db.Database.MigrateAsync();
        foreach (var step in services.GetServices<AfterMigration>()) await step.Run(db, CancellationToken.None);
        // Made now rather than at first use, which may be inside a transaction that holds SQLite's only writer.
        await services.GetRequiredService<SiteKeys>().Signing(CancellationToken.None);
    }
}

/// <summary>What the schema needs beyond tables (triggers), made again after every migration; harmless twice.</summary>
public sealed record AfterMigration(Func<Db, CancellationToken, Task> Run);
