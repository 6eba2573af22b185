using System.Diagnostics;
using Guildhall.Browser;
using Xunit;

namespace Guildhall.Faults;

/// <summary>Two processes of the site on one PostgreSQL: whoever asks whichever node sees one marketplace.</summary>
public class TwoNodesTests
{
    const int News = 12;

    [Fact]
    public async Task What_happens_on_one_node_is_heard_on_the_other_in_order_and_without_loss()
    {
        await using var stored = await Stored.New(Database.Postgres);
        await using var a = await Node("a", stored, work: true);
        await using var b = await Node("b", stored, work: false);
        using var person = new Traveller("Carla", a.Url);
        await person.Register("client", stored);
        var topic = $"user:{person.Id}";

        var listener = await LiveClient.Connect(b.Url, person.Token);
        await listener.Join(topic, 0);
        for (var i = 1; i <= News; i++) await Publish(person, i);
        var last = await listener.Until(f => Unread(f) == 1 + News); // one welcome, and each published job
        InOrder(listener.Frames, topic);

        await listener.DisposeAsync();
        await using var witness = await LiveClient.Connect(b.Url, person.Token);
        await witness.Join(topic, last.Sequence);
        for (var i = 1; i <= 3; i++) await Publish(person, News + i);
        await witness.Until(f => Unread(f) == 1 + News + 3); // what is missed has reached this node
        await using var again = await LiveClient.Connect(b.Url, person.Token);
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
        await using var stored = await Stored.New(Database.Postgres);
        await using var a = await Node("a", stored, work: true);
        await using var b = await Node("b", stored, work: false);
        using var client = new Traveller("Carla", a.Url);
        await client.Register("client", stored);
        using var reader = new Traveller("Nobody", b.Url);
        Assert.Equal(0, (int)(await reader.Get("/api/v1/jobs/search?q=table"))["total"]!);

        await Publish(client, 1);

        for (var waited = Stopwatch.StartNew(); (int)(await reader.Get("/api/v1/jobs/search?q=table"))["total"]! == 0;)
        {
            Assert.True(waited.Elapsed.TotalSeconds < 15, "The other node never heard of the job.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_node_that_lost_the_database_for_a_moment_catches_up()
    {
        await using var stored = await Stored.New(Database.Postgres);
        await using var a = await Node("a", stored, work: true);
        await using var b = await Node("b", stored, work: false);
        using var person = new Traveller("Carla", a.Url);
        await person.Register("client", stored);
        await using var listener = await LiveClient.Connect(b.Url, person.Token);
        await listener.Join($"user:{person.Id}", 0);
        await Publish(person, 1);
        await listener.Until(f => Unread(f) == 2);

        // Every node's ear is cut off; what is said before it grows again was not heard by anyone.
        await stored.Change("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN%'
            """);
        await Publish(person, 2);

        await listener.Until(f => Unread(f) == 3);
    }

    [Fact]
    public async Task A_topic_of_somebody_else_is_refused_on_every_node()
    {
        await using var stored = await Stored.New(Database.Postgres);
        await using var a = await Node("a", stored, work: true);
        using var person = new Traveller("Carla", a.Url);
        await person.Register("client", stored);
        await using var listener = await LiveClient.Connect(a.Url, person.Token);

        foreach (var topic in new[] { $"user:{Guid.CreateVersion7()}", $"contract:{Guid.CreateVersion7()}",
            "user:", "user", "admin:money", $"nonsense:{person.Id}" })
            await Assert.ThrowsAsync<InvalidOperationException>(() => listener.Join(topic, 0));
    }

    static Task<PublishedSite> Node(string name, Stored stored, bool work) => PublishedSite.Start(
        new(stored.Settings) { ["GUILDHALL__NODE"] = name, ["GUILDHALL__WORK"] = work ? "true" : "false" });

    // Tells its owner "… is published": one more on the bell.
    static Task<Answer> Publish(Traveller by, int number) => by.Send(HttpMethod.Post, "/api/v1/jobs", new
    {
        title = $"Move table {number} to PostgreSQL", publish = true, kind = "project", estimatedHours = 40,
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
