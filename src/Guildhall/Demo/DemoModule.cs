using Guildhall.Demo.Stage;
using Guildhall.Shared;
using Guildhall.Shared.Web;

namespace Guildhall.Demo;

/// <summary>The demo's table of contents. Not a module of the marketplace: it plays with all of them.</summary>
static class DemoModule
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton(new Cast(services)).AddSingleton<DemoClock>();
        services.AddVerb("demo seed", "Fill an empty site with the demo", Seed);
    }

    public static void MapDemo(this Routes routes)
    {
        DemoSignIn.Map(routes);
        DemoClock.Map(routes);
    }

    /// <summary>Before the site answers: the clock where it was moved to, and the demo when the site is new.</summary>
    public static async Task OpenDemo(this WebApplication app)
    {
        await app.Services.GetRequiredService<DemoClock>().Restore();
        if (app.Services.GetRequiredService<Settings>().Demo) await Play(app.Services);
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(app));
    }

    static async Task<int> Seed(IServiceProvider services, string[] arguments)
    {
        if (arguments is not ([] or ["--size", "small" or "large"]))
        {
            Console.Error.WriteLine("Usage: guildhall demo seed [--size small|large]");
            return 2;
        }
        await Hosting.Migrate(services);
        if (await Play(services, large: arguments is [_, "large"])) return 0;
        Console.Error.WriteLine("This site has accounts already: nothing was changed. The demo needs an empty site.");
        return 1;
    }

    static async Task<bool> Play(IServiceProvider services, bool large = false)
    {
        if (await SeedDemo.Run(services, default, large) is not { } done) return false;
        Console.WriteLine($"Demo: {done.People:n0} people, {done.Jobs:n0} jobs, {done.Acts:n0} things that happened, "
            + $"in {done.Took.TotalSeconds:n1} s");
        return true;
    }
}
