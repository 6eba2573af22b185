using Guildhall.Demo;
using Guildhall.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Guildhall.Tests.Support;

/// <summary>A site on a copy of the small demo, which is seeded once for everybody.</summary>
class SeededSite : Site
{
    static readonly Lazy<Task<Seeded>> demo = new(Seed);

    public static Task<Seeded> Demo => demo.Value;

    protected override async Task<TestDatabase> Database() => await (await Demo).Database.Copy();

    static async Task<Seeded> Seed()
    {
        var site = new StoppedSite(TimeProvider.System.Now());
        await site.InitializeAsync();
        var report = await SeedDemo.Run(site.Services, default);
        return new(await site.Close(), site.Now, report!);
    }
}

/// <summary>What a seeding left, the moment it took for today, and what it said of itself.</summary>
sealed record Seeded(TestDatabase Database, DateTime Today, SeedDemo.Report Report);

/// <summary>A site for which no time passes but what the test lets pass.</summary>
sealed class StoppedSite(DateTime now) : Site
{
    readonly Stopped clock = new(now);

    public DateTime Now
    {
        get => clock.Now;
        set => clock.Now = value;
    }

    protected override void AddServices(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock);

    sealed class Stopped(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
