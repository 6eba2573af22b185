using Guildhall.Engine.Matching;
using Guildhall.Matching;
using Guildhall.Tests.Support;
using Xunit;

namespace Guildhall.Tests.Matching;

public class LearnGraphTests : OwnSiteTest
{
    [Fact, Trait("speed", "slow")]
    public async Task A_night_learns_from_the_jobs_posted_and_the_next_only_from_what_is_new()
    {
        var client = await Site.Client();
        await Site.OpenJob(client);
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromHours(1));

        await Learn();

        var first = Assert.Single(await Site.All<LearnedGraph>());
        var learned = GraphLearnerFile.Read(first.Data);
        Assert.Equal((1, 1_000), (first.Lessons, (int)learned.Events));
        Assert.Equal(1_000, learned.Features["postgresql"].Seen);
        Assert.NotEmpty(learned.Skills);

        await Learn();
        Assert.Equal(1, Assert.Single(await Site.All<LearnedGraph>()).Id);

        await Site.OpenJob(client);
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromHours(24));
        await Learn();
        var newest = (await Site.All<LearnedGraph>()).MaxBy(l => l.Id)!;
        Assert.Equal((2, 2), (newest.Id, newest.Lessons));
        Assert.Equal(1_997, GraphLearnerFile.Read(newest.Data).Events);
    }

    [Fact]
    public async Task What_was_learned_is_in_the_graph_that_matches_are_made_with()
    {
        await Site.OpenJob(await Site.Client());
        await Site.Drain();
        Site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.EndsWith("learned-0", (await Market()).Engine.Graph.Version);

        await Learn();

        Assert.EndsWith("learned-1", (await Market()).Engine.Graph.Version);
    }

    Task<Market> Market() => Site.With<MarketIndex, Market>(index => index.Refresh(default));

    Task Learn() => Site.With<LearnGraph>(learn => learn.Run(default));
}
