using System.Diagnostics;
using Guildhall.Browser;
using Xunit;

namespace Guildhall.Faults;

/// <summary>Whoever asks whichever node sees one marketplace.</summary>
public class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    const int News = 12;

    [Fact]
    public async Task What_happens_on_one_node_is_heard_on_the_other_in_order_and_without_loss()
    {
        using var person = new Traveller("Carla", nodes.A.Url);
        await person.Register("client", nodes.Stored);
        var topic = $"user:{person.Id}";

        var listener = await LiveClient.Connect(nodes.B.Url, person.Token);
        await listener.Join(topic, 0);
        for (var i = 1; i <= News; i++) await Publish(person, i);
        var last = await listener.Until(f => Unread(f) == 1 + News); // one welcome, and each published job
        InOrder(listener.Frames, topic);

        await listener.DisposeAsync();
        await using var witness = await LiveClient.Connect(nodes.B.Url, person.Token);
        await witness.Join(topic, last.Sequence);
        for (var i = 1; i <= 3; i++) await Publish(person, News + i);
        await witness.Until(f => Unread(f) == 1 + News + 3); // what is missed has reached this node
        await using var again = await LiveClient.Connect(nodes.B.Url, person.Token);
        var missed = await again.Join(topic, last.Sequence);
        Assert.NotNull(missed);
        Assert.True(missed.Sequence > last.Sequence);

        await Publish(person, News + 4);
        var newest = Unread(missed) == 1 + News + 4 ? missed : await again.Until(f => Unread(f) == 1 + News + 4);
        Assert.True(newest.Sequence >= missed.Sequence);
        InOrder([missed, .. again.Frames.Where(f => f.Sequence > missed.Sequence)], topic);
        Assert.Null(await again.Join(topic, newest.Sequence)); // nothing is told twice
    }

    [Fact]
    public async Task A_job_published_on_one_node_is_found_on_the_other()
    {
        using var client = new Traveller("Diana", nodes.A.Url);
        await client.Register("client", nodes.Stored);
        using var reader = new Traveller("Nobody", nodes.B.Url);
        Assert.Equal(0, (int)(await reader.Get("/api/v1/jobs/search?q=shelf"))["total"]!);

        await Publish(client, 1, "shelf");

        for (var waited = Stopwatch.StartNew(); (int)(await reader.Get("/api/v1/jobs/search?q=shelf"))["total"]! == 0;)
        {
            Assert.True(waited.Elapsed.TotalSeconds < 15, "The other node never heard of the job.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_node_that_lost_the_database_for_a_moment_catches_up()
    {
        using var person = new Traveller("Elena", nodes.A.Url);
        await person.Register("client", nodes.Stored);
        await using var listener = await LiveClient.Connect(nodes.B.Url, person.Token);
        await listener.Join($"user:{person.Id}", 0);
        await Publish(person, 1);
        await listener.Until(f => Unread(f) == 2);

        // Every node's ear is cut off; what is said before it grows again was not heard by anyone.
        await nodes.Stored.Change("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN%'
            """);
        await Publish(person, 2);

        await listener.Until(f => Unread(f) == 3);
    }

    [Fact]
    public async Task A_topic_of_somebody_else_is_refused_on_every_node()
    {
        using var person = new Traveller("Frida", nodes.A.Url);
        await person.Register("client", nodes.Stored);
        await using var listener = await LiveClient.Connect(nodes.A.Url, person.Token);

        foreach (var topic in new[] { $"user:{Guid.CreateVersion7()}", $"contract:{Guid.CreateVersion7()}",
            "user:", "user", "admin:money", $"nonsense:{person.Id}" })
            await Assert.ThrowsAsync<InvalidOperationException>(() => listener.Join(topic, 0));
    }

    // Tells its owner "… is published": one more on the bell.
    static Task<Answer> Publish(Traveller by, int number, string what = "table") =>
        by.Send(HttpMethod.Post, "/api/v1/jobs", new
    {
        title = $"Move {what} {number} to PostgreSQL", publish = true, kind = "project", estimatedHours = 40,
        description = "Our web shop keeps its orders in files. We want them in PostgreSQL, read from Python.",
        skills = new[] { new { skill = "postgresql", minLevel = 5 } }, pay = "fixed",
        budget = new { minMinor = 80_000, maxMinor = 120_000, currency = "USD" },
    }, Guid.CreateVersion7().ToString());

    static int Unread(LiveFrame frame) => (int)frame.Payload["unread"]!;

    static void InOrder(IReadOnlyList<LiveFrame> frames, string topic)
    {
        Assert.NotEmpty(frames);
        Assert.All(frames, f => Assert.Equal(topic, f.Topic));
        Assert.Equal(frames.Select(f => f.Sequence).Distinct().Order(), frames.Select(f => f.Sequence));
        Assert.Equal(frames.Select(Unread).Order(), frames.Select(Unread));
    }
}

/// <summary>
/// Two processes of the site on one PostgreSQL. Neither looks by itself before the tests are over: what one knows of
/// the other's changes, it was told.
/// </summary>
public sealed class TwoNodes : IAsyncLifetime
{
    public Stored Stored { get; private set; } = null!;
    public PublishedSite A { get; private set; } = null!;
    public PublishedSite B { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stored = await Stored.New(Database.Postgres);
        A = await Node("a", work: true);
        B = await Node("b", work: false);
    }

    Task<PublishedSite> Node(string name, bool work) => PublishedSite.Start(new(Stored.Settings)
    {
        ["GUILDHALL__NODE"] = name, ["GUILDHALL__WORK"] = work ? "true" : "false",
        ["GUILDHALL__MATCHING__LOOKSECONDS"] = "3600",
    });

    public async ValueTask DisposeAsync()
    {
        await B.DisposeAsync();
        await A.DisposeAsync();
        await Stored.DisposeAsync();
    }
}
