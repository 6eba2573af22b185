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
}

public sealed record Frame(string Topic, long Sequence, JsonElement Payload);

sealed class LiveTopicTable : IEntityTypeConfiguration<LiveTopic>
{
    public void Configure(EntityTypeBuilder<LiveTopic> table) =>
        table.ToTable("shared_live_topics").HasKey(t => t.Topic);
}

/// <summary>
/// Announces to open pages that something changed. Frames are numbered per topic in the database, coalesced to one
/// per topic per 100 ms, and reach every node. The page then asks the database; the feed decides nothing.
/// </summary>
public sealed class LiveFeed(IHubContext<LiveHub> hub, Settings settings) : IAsyncDisposable
{
    const int LargestPayload = 4_000;
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    readonly ConcurrentDictionary<string, Frame> waiting = new();
    Timer? beat;

    /// <summary>Numbers and stores the frame in the caller's transaction, and sends it after the commit.</summary>
    public async Task Publish(Db db, string topic, object payload, CancellationToken ct)
    {
        var body = JsonSerializer.Serialize(payload, JsonSerializerOptions.Web);
        if (body.Length > LargestPayload) throw new InvalidOperationException($"A live frame of {topic} is too large.");
        var sequence = (await db.Database.SqlQuery<long>($"""
            INSERT INTO "shared_live_topics" ("Topic", "Sequence", "Payload") VALUES ({topic}, 1, {body})
            ON CONFLICT ("Topic") DO UPDATE SET "Sequence" = "shared_live_topics"."Sequence" + 1, "Payload" = {body}
            RETURNING "Sequence" AS "Value"
            """).ToListAsync(ct))[0];
        db.AfterCommit(async () =>
        {
            Offer(new(topic, sequence, JsonSerializer.Deserialize<JsonElement>(body)));
            if (!db.IsPostgres) return;
            var signal = JsonSerializer.Serialize(new Signal(settings.Node, topic, sequence, body));
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Signals.Channel}, {signal})");
        });
    }

    sealed record Signal(string Node, string Topic, long Sequence, string Body);

    internal void Hear(string payload)
    {
        var signal = JsonSerializer.Deserialize<Signal>(payload)!;
        if (signal.Node != settings.Node)
            Offer(new(signal.Topic, signal.Sequence, JsonSerializer.Deserialize<JsonElement>(signal.Body)));
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
