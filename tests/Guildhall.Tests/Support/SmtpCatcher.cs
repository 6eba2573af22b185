using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Guildhall.Tests.Support;

/// <summary>What arrived: the envelope's commands, the header lines and the body as sent.</summary>
public sealed record CaughtMail(IReadOnlyList<string> Envelope, string Head, string Sent)
{
    /// <summary>The text of a base64 body.</summary>
    public string Body() => Encoding.UTF8.GetString(Convert.FromBase64String(Sent.ReplaceLineEndings("")));
}

/// <summary>The smallest mail server there is: it takes mail from one sender after another and keeps it.</summary>
public sealed class SmtpCatcher : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task serving;

    public SmtpCatcher(bool refuse = false)
    {
        listener.Start();
        serving = Serve(refuse);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<CaughtMail> Mails { get; } = [];

    async Task Serve(bool refuse)
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(caller.GetStream(), refuse);
            }
        }
        catch (OperationCanceledException) { }
    }

    async Task Talk(NetworkStream stream, bool refuse)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var envelope = new List<string>();
        await Say("220 catcher");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "MAIL" or "RCPT":
                    envelope.Add(line);
                    await Say(refuse ? "451 not now" : "250 ok");
                    break;
                case "DATA":
                    await Say("354 go on");
                    Mails.Enqueue(await Read(reader, envelope));
                    await Say("250 ok");
                    break;
                case "QUIT":
                    await Say("221 bye");
                    return;
                default:
                    await Say("250 ok");
                    break;
            }
        }

        Task Say(string answer) => stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), stop.Token).AsTask();
    }

    async Task<CaughtMail> Read(StreamReader reader, List<string> envelope)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".") lines.Add(line);
        var end = lines.IndexOf("");
        return new([.. envelope], string.Join('\n', lines[..end]), string.Join('\n', lines[(end + 1)..]));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }
}
