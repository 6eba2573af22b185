using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Guildhall.Faults;

sealed record LiveFrame(string Topic, long Sequence, JsonNode Payload);

/// <summary>
/// One connection to the hub, in SignalR's JSON protocol: records divided by 0x1E. Small, because the feed of packages
/// has no .NET client.
/// </summary>
sealed class LiveClient : IAsyncDisposable
{
    const char End = '\u001e';
    readonly WebSocket socket;
    readonly StringBuilder read = new();
    int calls;

    LiveClient(WebSocket socket) => this.socket = socket;

    public List<LiveFrame> Frames { get; } = [];

    public static async Task<LiveClient> Connect(string url, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new($"{url.Replace("http", "ws")}/live"), Limit(10));
        return await Greet(socket);
    }

    /// <summary>Over a socket that is open already.</summary>
    public static async Task<LiveClient> Greet(WebSocket socket)
    {
        var client = new LiveClient(socket);
        await client.Send("""{"protocol":"json","version":1}""");
        await client.Next(10); // the handshake's answer
        return client;
    }

    /// <summary>Follows a topic from a sequence number on; returns the frame that was missed.</summary>
    public async Task<LiveFrame?> Join(string topic, long since)
    {
        var id = $"{++calls}";
        var call = new JsonObject
        {
            ["type"] = 1, ["invocationId"] = id, ["target"] = "Join", ["arguments"] = new JsonArray(topic, since),
        };
        await Send(call.ToJsonString());
        while (true)
        {
            var message = await Next(10);
            if (Keep(message) || (string?)message["invocationId"] != id) continue;
            if ((string?)message["error"] is { } error) throw new InvalidOperationException(error);
            return message["result"] is { } missed ? Frame(missed) : null;
        }
    }

    /// <summary>Collects frames until one fits.</summary>
    public async Task<LiveFrame> Until(Func<LiveFrame, bool> fits, int seconds = 15)
    {
        while (Frames.Count == 0 || !fits(Frames[^1])) Keep(await Next(seconds));
        return Frames[^1];
    }

    bool Keep(JsonNode message)
    {
        if ((string?)message["target"] != "frame") return false;
        Frames.Add(Frame(message["arguments"]![0]!));
        return true;
    }

    static LiveFrame Frame(JsonNode frame) =>
        new((string)frame["topic"]!, (long)frame["sequence"]!, frame["payload"]!.DeepClone());

    async Task Send(string record) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(record + End), WebSocketMessageType.Text, true, Limit(10));

    async Task<JsonNode> Next(int seconds)
    {
        var chunk = new byte[8192];
        var limit = Limit(seconds);
        while (true)
        {
            if (read.ToString().IndexOf(End) is var at and >= 0)
            {
                var record = JsonNode.Parse(read.ToString(0, at))!;
                read.Remove(0, at + 1);
                return record;
            }
            var received = await socket.ReceiveAsync(chunk, limit);
            if (received.MessageType == WebSocketMessageType.Close) throw new IOException("The hub closed.");
            read.Append(Encoding.UTF8.GetString(chunk, 0, received.Count));
        }
    }

    static CancellationToken Limit(int seconds) => new CancellationTokenSource(TimeSpan.FromSeconds(seconds)).Token;

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
