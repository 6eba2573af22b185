using Guildhall.Demo;
using Guildhall.Demo.Stage;
using Guildhall.Matching;
using Guildhall.Shared;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>The same day gives the same marketplace, and a crash in the middle changes nothing of it.</summary>
[Trait("speed", "slow")]
public class EqualSeedsTests : OwnSiteTest
{
    [Fact]
    public async Task Two_seedings_are_equal_even_when_one_was_killed_before_its_matches()
    {
        var today = Site.Clock.Now();
        await using var interrupted = new Site();
        await interrupted.InitializeAsync();
        await using (var theatre = Stage(interrupted, today)) await SeedDemo.Tell(theatre, large: false, default);
        Assert.Empty(await interrupted.All<StoredMatch>());
        Assert.Null(await SeedDemo.Run(interrupted.Services, default)); // the next start does not seed again
        await FinishAfterRestart(interrupted);

        await using (var theatre = Stage(Site, today))
        {
            var (_, open) = await SeedDemo.Tell(theatre, large: false, default);
            await Guildhall.Demo.Lives.Epilogue.Match(theatre, open, default);
        }
        var (whole, completed) = (await Site.Summary(), await interrupted.Summary());
        Assert.Contains(whole, line => line.StartsWith("match ", StringComparison.Ordinal));
        Assert.Empty(whole.Except(completed));
        Assert.Empty(completed.Except(whole));
    }

    // A new process over the same database: it knows nothing but what is stored.
    static async Task FinishAfterRestart(Site site)
    {
        await using var restarted = site.Services.GetRequiredService<Cast>().Services.BuildServiceProvider();
        restarted.GetRequiredService<MovableClock>().Advance(TimeSpan.FromSeconds(1));
        await restarted.GetRequiredService<JobRunner>().Drain();
    }

    static Theatre Stage(Site site, DateTime today) => new(site.Services.GetRequiredService<Cast>(), today);
}
