using Guildhall.Demo;
using Guildhall.Demo.Stage;
using Guildhall.Matching;
using Guildhall.Shared.Jobs;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Demo;

/// <summary>The same day gives the same marketplace, and a crash in the middle changes nothing of it.</summary>
[Trait("speed", "slow")]
public class EqualSeedsTests : OwnSiteTest
{
    public EqualSeedsTests() => Site = new SeededSite();

    [Fact]
    public async Task Two_seedings_are_equal_even_when_one_was_killed_before_its_matches()
    {
        var today = (await SeededSite.Demo).Today;
        await using var interrupted = new StoppedSite(today);
        await interrupted.InitializeAsync();
        await using (var theatre = new Theatre(interrupted.Services.GetRequiredService<Cast>(), today))
            await SeedDemo.Tell(theatre, large: false, default);
        Assert.Empty(await interrupted.All<StoredMatch>());
        Assert.Null(await SeedDemo.Run(interrupted.Services, default)); // the next start does not seed again
        interrupted.Now = today.AddSeconds(1);
        await FinishAfterRestart(interrupted);

        var (whole, completed) = (await Site.Summary(), await interrupted.Summary());
        Assert.Contains(whole, line => line.StartsWith("match ", StringComparison.Ordinal));
        Assert.Empty(whole.Except(completed));
        Assert.Empty(completed.Except(whole));
    }

    // A new process over the same database: it knows nothing but what is stored.
    static async Task FinishAfterRestart(Site site)
    {
        await using var restarted = site.Services.GetRequiredService<Cast>().Services.BuildServiceProvider();
        await restarted.GetRequiredService<JobRunner>().Drain();
    }
}
