using System.Collections.Concurrent;
using System.Text.Json;
using Guildhall.Shared.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Shared.Live;

/// <summary>The latest frame of a topic. Payloads are states, not steps: the newest one is always enough.</summary>
public sealed class LiveTopic
{
    public required string Topic { get; init; }
    public long Sequence { get; init; }
    public required string Payload { get; init; }
    public Frame Frame => new(Topic, Sequence, JsonSerializer.Deserialize<JsonElement>(Payload));
}

public sealed record Frame(string Topic, long Sequence, JsonElement Payload);

static class LiveTopics
{
    /// <summary>The number of a topic's last frame. A page reads it before its data, so it misses nothing.</summary>
    public static Task<long> LastFrame(this Db db, string topic, CancellationToken ct) => db.Set<LiveTopic>()
        .AsNoTracking().Where(t => t.Topic == topic).Select(t => t.Sequence).SingleOrDefaultAsync(ct);
}

sealed class LiveTopicTable : IEntityTypeConfiguration<LiveTopic>
{
    public void Configure(EntityTypeBuilder<LiveTopic> table) =>
        table.ToTable("shared_live_topics").Ignore(t => t.Frame).HasKey(t => t.Topic);
}

/// <summary>
/// Announces to open pages that something changed. Frames are numbered per topic in the database, coalesced to one
/// per topic per 100 ms, and reach every node. The page then asks the database; the feed decides nothing.
/// </summary>
public class LiveFeed(IHubContext<LiveHub> hub, Settings settings) : IAsyncDisposable
{
    const int LargestPayload = 4_000;
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    readonly ConcurrentDictionary<string, Frame> waiting = new();
    readonly ConcurrentDictionary<string, int> followers = new();
    Timer? beat;

    /// <summary>Numbers and stores the frame in the caller's transaction, and sends it after the commit.</summary>
    public Task Publish(Db db, string topic, object payload, CancellationToken ct) =>
        Publish(db, topic, () => Task.FromResult(payload), ct);

    /// <summary>The same when the payload itself has to be asked for.</summary>
    public virtual async Task Publish(Db db, string topic, Func<Task<object>> payload, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(await payload(), JsonSerializerOptions.Web);
        if (body.Length > LargestPayload) throw new InvalidOperationException($"A live frame of {topic} is too large.");
        var sequence = (await db.Database.SqlQuery<long>($"""
            INSERT INTO "shared_live_topics" ("Topic", "Sequence", "Payload") VALUES ({topic}, 1, {body})
            ON CONFLICT ("Topic") DO UPDATE SET "Sequence" = "shared_live_topics"."Sequence" + 1, "Payload" = {body}
            RETURNING "Sequence" AS "Value"
            """).ToListAsync(ct))[0];
        var frame = new Frame(topic, sequence, JsonSerializer.Deserialize<JsonElement>(body));
        db.AfterCommit(() => { Offer(frame); return Task.CompletedTask; });
        if (!db.IsPostgres) return;
        // PostgreSQL delivers it when the transaction commits, even if this process does not live to see that.
        var signal = JsonSerializer.Serialize(new Signal(settings.Node, frame));
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Signals.Channel}, {signal})", ct);
    }

    sealed record Signal(string Node, Frame Frame);

    internal void Hear(string payload)
    {
        var signal = JsonSerializer.Deserialize<Signal>(payload)!;
        if (signal.Node != settings.Node) Offer(signal.Frame);
    }

    /// <summary>A connection of this node follows the topic, or (-1) no longer does.</summary>
    internal void Count(string topic, int change)
    {
        var left = followers.AddOrUpdate(topic, change, (_, count) => count + change);
        if (left == 0) followers.TryRemove(new(topic, 0));
    }

    /// <summary>After a time without hearing the other nodes: the latest frame of everything followed here.</summary>
    internal async Task CatchUp(Db db, CancellationToken ct)
    {
        foreach (var topics in followers.Keys.Chunk(500))
            await foreach (var last in db.Set<LiveTopic>().AsNoTracking().Where(t => topics.Contains(t.Topic))
                .AsAsyncEnumerable().WithCancellation(ct))
                Offer(last.Frame);
    }

    void Offer(Frame frame)
    {
        waiting.AddOrUpdate(frame.Topic, frame, (_, held) => held.Sequence > frame.Sequence ? held : frame);
        LazyInitializer.EnsureInitialized(ref beat, () => new Timer(_ => _ = Flush(), null, Beat, Beat));
    }

    async Task Flush()
    {
        foreach (var topic in waiting.Keys)
            if (waiting.TryRemove(topic, out var frame))
                await hub.Clients.Group(topic).SendAsync("frame", frame);
    }

    public async ValueTask DisposeAsync()
    {
        if (beat is not null) await beat.DisposeAsync();
    }
}
