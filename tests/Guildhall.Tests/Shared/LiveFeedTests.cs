using Guildhall.Accounts;
using Guildhall.Faults;
using Guildhall.Shared.Data;
using Guildhall.Shared.Live;
using Guildhall.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Guildhall.Tests.Shared;

public class LiveFeedTests(Site site) : SiteTest(site)
{
    [Fact]
    public async Task A_burst_becomes_a_few_frames_and_the_last_state_arrives()
    {
        var (account, topic) = await Somebody();
        await using var listener = await Listen(account);
        await listener.Join(topic, 0);

        for (var i = 1; i <= 200; i++) await Publish(topic, i);
        var last = await listener.Until(f => (int)f.Payload["state"]! == 200);

        Assert.Equal(200, last.Sequence);
        Assert.True(listener.Frames.Count < 100, $"{listener.Frames.Count} frames for 200 states.");
        Assert.Equal(listener.Frames.Select(f => f.Sequence).Order(), listener.Frames.Select(f => f.Sequence));
    }

    [Fact]
    public async Task Whoever_was_away_gets_the_state_that_was_missed_and_nothing_twice()
    {
        var (account, topic) = await Somebody();
        await using (var listener = await Listen(account))
        {
            await listener.Join(topic, 0);
            await Publish(topic, 1);
            await listener.Until(f => f.Sequence == 1);
        }
        await Publish(topic, 2);
        await Publish(topic, 3);

        await using var again = await Listen(account);
        var missed = await again.Join(topic, since: 1);

        Assert.Equal((3, 3), (missed!.Sequence, (int)missed.Payload["state"]!));
        Assert.Null(await again.Join(topic, since: 3));
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_announced()
    {
        var (account, topic) = await Somebody();
        await using var listener = await Listen(account);
        await listener.Join(topic, 0);

        await Assert.ThrowsAsync<Guildhall.Shared.Refused>(() => Site.With<Db>(db => db.Transact(async () =>
        {
            await Site.Services.GetRequiredService<LiveFeed>().Publish(db, topic, new { state = -1 }, default);
            throw new Guildhall.Shared.Refused($"no");
        }, default)));
        await Publish(topic, 1);

        await listener.Until(f => (int)f.Payload["state"]! == 1);
        Assert.Equal(1, Assert.Single(listener.Frames).Sequence);
    }

    [Fact]
    public async Task A_topic_of_somebody_else_or_of_nobody_is_refused_in_the_same_words()
    {
        var (account, _) = await Somebody();
        var contract = await Site.SignedContract();
        await using var listener = await Listen(account);
        string[] topics = [$"user:{contract.Client.Id}", $"contract:{contract.Id}", $"contract:{Guid.CreateVersion7()}",
            "user:", "user", "nonsense", $"nonsense:{account.Id}", $"user:{account.Id}:more"];

        foreach (var topic in topics)
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => listener.Join(topic, 0));
            Assert.Contains("There is no such topic.", refused.Message);
        }
        await using var party = await Listen(contract.Client);
        await party.Join($"contract:{contract.Id}", 0);
    }

    async Task<(Account Account, string Topic)> Somebody()
    {
        var account = await Site.Freelancer();
        return (account, $"user:{account.Id}");
    }

    Task Publish(string topic, int state) => Site.With<Db>(db => db.Transact(
        () => Site.Services.GetRequiredService<LiveFeed>().Publish(db, topic, new { state }, default), default));

    async Task<LiveClient> Listen(Account account)
    {
        var token = await Site.Services.GetRequiredService<AccessTokens>().Issue(account, default);
        var sockets = Site.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
        return await LiveClient.Greet(
            await sockets.ConnectAsync(new(Site.Server.BaseAddress, "/live"), TestContext.Current.CancellationToken));
    }
}
