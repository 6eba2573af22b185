using System.Net.Http.Headers;
using Guildhall.Accounts;
using Guildhall.Shared;
using Guildhall.Shared.Data;
using Guildhall.Shared.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

[assembly: AssemblyFixture(typeof(Guildhall.Tests.Support.Site))]

namespace Guildhall.Tests.Support;

/// <summary>
/// The real application on a real database, its background work run by hand and its clock ours to move.
/// </summary>
public class Site : IAsyncLifetime
{
    TestDatabase database = null!;
    WebApplicationFactory<Program> app = null!;

    public IServiceProvider Services => app.Services;
    public MovableClock Clock => Services.GetRequiredService<MovableClock>();

    public async ValueTask InitializeAsync()
    {
        database = await Database();
        app = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            web.UseSetting("Guildhall:Data", database.Folder);
            web.UseSetting("Guildhall:Db", database.Connection ?? "");
            web.UseSetting("Guildhall:Work", Works ? "true" : "false");
            web.UseSetting("Guildhall:Demo", "false");
            if (Listens) web.UseUrls("http://127.0.0.1:0");
            if (ConfirmsByMail) web.UseSetting("Guildhall:Mail:Confirm", "true");
            web.UseSetting("Guildhall:RateScale", RateScale.ToString());
            web.ConfigureTestServices(services =>
            {
                services.Configure<PasswordHasherOptions>(CheapenPasswords);
                AddServices(services);
            });
            web.ConfigureLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        });
        if (!Listens) { _ = app.Server; return; }
        app.UseKestrel();
        app.StartServer();
    }

    protected virtual Task<TestDatabase> Database() => TestDatabase.Create();

    /// <summary>Background work by the site's own workers, as in production; otherwise only by hand.</summary>
    protected virtual bool Works => false;

    /// <summary>On a port, for what the server decides before the application: how large a request may be.</summary>
    protected virtual bool Listens => false;

    /// <summary>Tests knock more often than people do.</summary>
    protected virtual int RateScale => 1000;

    /// <summary>Tests read the links in the outbox; a real site without mail opens accounts at once.</summary>
    protected virtual bool ConfirmsByMail => true;

    /// <summary>What the site would have spent on hashing a password; tests make too many to afford it.</summary>
    public int PasswordCost { get; private set; }

    void CheapenPasswords(PasswordHasherOptions options) =>
        (PasswordCost, options.IterationCount) = (options.IterationCount, 100);

    /// <summary>The raw server, for a socket.</summary>
    public TestServer Server => app.Server;

    /// <summary>For a test that listens in: a handler of its own, nothing in place of ours.</summary>
    protected virtual void AddServices(IServiceCollection services) { }

    /// <summary>Closes the site and gives what it leaves.</summary>
    public async Task<TestDatabase> Close()
    {
        await app.DisposeAsync();
        return database.Keep();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A browser nobody has signed in with. It keeps cookies and follows no redirects by itself.</summary>
    public HttpClient Anonymous(bool follow = false) =>
        app.CreateClient(new()
        {
            BaseAddress = app.ClientOptions.BaseAddress, AllowAutoRedirect = follow, HandleCookies = true,
        });

    public async Task<HttpClient> As(Account account, bool follow = false)
    {
        var client = Anonymous(follow);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", await Services.GetRequiredService<AccessTokens>().Issue(account, default));
        return client;
    }

    /// <summary>Runs everything the outbox owes now. Returns how many jobs ran.</summary>
    public Task<int> Drain() => Services.GetRequiredService<JobRunner>().Drain();

    public async Task<T> Ask<T>(Func<Db, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public Task<List<T>> All<T>() where T : class => Ask(db => db.Set<T>().AsNoTracking().ToListAsync());

    public async Task<TResult> With<TService, TResult>(Func<TService, Task<TResult>> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task With<TService>(Func<TService, Task> act) where TService : notnull =>
        With<TService, bool>(async service => { await act(service); return true; });

    public async Task<Account> Account(string name = "Ada Byron", bool client = false, bool freelancer =
        false, bool admin = false)
    {
        var (first, last) = name.Split(' ', 2) is [var f, var l] ? (f, l) : (name, "Person");
        var mail = $"{first.ToLowerInvariant()}.{Guid.CreateVersion7():N}@test.guildhall.example";
        var account = Guildhall.Accounts.Account.Open(first, last, mail, client, freelancer, Clock.Now());
        if (admin) account.MakeAdmin();
        await With<Db>(db => { db.Add(account); return db.SaveChangesAsync(); });
        return account;
    }

    public Task<Account> Client(string name = "Carla Client") => Account(name, client: true);
    public Task<Account> Freelancer(string name = "Fran Freelancer") => Account(name, freelancer: true);
    public Task<Account> Admin(string name = "Otto Admin") => Account(name, admin: true);
}

/// <summary>
/// A test on the shared application: make your own people and things, never count everybody's. One at a time, since
/// whoever drains the outbox must find it drained.
/// </summary>
[Collection("The shared site")]
public abstract class SiteTest(Site site)
{
    protected Site Site { get; } = site;
}

/// <summary>A test that moves the clock or needs the place to itself gets an application of its own.</summary>
public abstract class OwnSiteTest : IAsyncLifetime
{
    protected Site Site { get; init; } = new();
    public virtual ValueTask InitializeAsync() => Site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
