using System.Net;
using System.Net.Sockets;
using System.Text;
using Guildhall.Shared;
using Guildhall.Shared.Web;
using Xunit;

namespace Guildhall.Tests.Shared;

/// <summary>Real connections. 127.0.0.2 plays the open internet, 127.0.0.3 the operator's network.</summary>
public class SafeHttpNetworkTests
{
    static readonly IPAddress outside = IPAddress.Parse("127.0.0.2"), inside = IPAddress.Parse("127.0.0.3");

    [Fact]
    public async Task A_name_that_turns_private_after_the_first_call_is_not_called_again()
    {
        await using var server = new Answering(outside, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
        await using var secret = new Answering(inside, "HTTP/1.1 200 OK\r\n\r\nsecret", server.Port);
        var names = new Queue<IPAddress[]>([[outside], [inside]]);
        var http = Http(_ => names.Dequeue());

        var first = await Get(http, $"http://hook.example:{server.Port}/");
        var refused = await Refusal(() => Get(http, $"http://hook.example:{server.Port}/"));

        Assert.Equal("hello", await first.Content.ReadAsStringAsync());
        Assert.Equal("unsafe_address", refused.Code);
        Assert.Equal(0, secret.Calls);
    }

    [Fact]
    public async Task Of_several_addresses_only_an_open_one_is_called()
    {
        await using var server = new Answering(outside, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
        await using var secret = new Answering(inside, "HTTP/1.1 200 OK\r\n\r\nsecret", server.Port);

        var answer = await Get(Http(_ => [inside, outside]), $"http://hook.example:{server.Port}/");

        Assert.Equal("hello", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, secret.Calls);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_is_not_followed()
    {
        await using var secret = new Answering(inside, "HTTP/1.1 200 OK\r\n\r\nsecret");
        await using var server = new Answering(outside,
            $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.3:{secret.Port}/\r\nContent-Length: 0\r\n\r\n");

        var answer = await Get(Http(_ => [outside]), $"http://hook.example:{server.Port}/");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(0, secret.Calls);
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_cut_off()
    {
        var much = new string('x', SafeHttp.LargestAnswer + 1);
        await using var server = new Answering(outside, $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{much}");

        await Assert.ThrowsAsync<HttpRequestException>(
            () => Get(Http(_ => [outside]), $"http://hook.example:{server.Port}/"));
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_not_waited_for()
    {
        await using var server = new Answering(
            outside, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nslow", keep: true);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Get(
            new SafeHttp((_, _) => Task.FromResult<IPAddress[]>([outside]), a => a.Equals(outside),
                TimeSpan.FromMilliseconds(400)),
            $"http://hook.example:{server.Port}/"));
    }

    static SafeHttp Http(Func<string, IPAddress[]> names) =>
        new((name, _) => Task.FromResult(names(name)), a => a.Equals(outside), TimeSpan.FromSeconds(10));

    static Task<HttpResponseMessage> Get(SafeHttp http, string url) =>
        http.Send(new(HttpMethod.Get, url), TestContext.Current.CancellationToken);

    static async Task<Refused> Refusal(Func<Task> call)
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(call);
        return Assert.IsType<Refused>(thrown as Refused ?? thrown.InnerException);
    }

    /// <summary>Gives every caller the same bytes and counts them.</summary>
    sealed class Answering : IAsyncDisposable
    {
        readonly TcpListener listener;
        readonly CancellationTokenSource stop = new();
        readonly Task serving;
        int calls;

        public Answering(IPAddress at, string answer, int port = 0, bool keep = false)
        {
            listener = new(at, port);
            listener.Start();
            serving = Serve(Encoding.ASCII.GetBytes(answer), keep);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
        public int Calls => calls;

        async Task Serve(byte[] answer, bool keep)
        {
            var held = new List<TcpClient>();
            try
            {
                while (true)
                {
                    var caller = await listener.AcceptTcpClientAsync(stop.Token);
                    Interlocked.Increment(ref calls);
                    var stream = caller.GetStream();
                    await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop.Token);
                    await stream.WriteAsync(answer, stop.Token);
                    if (keep) held.Add(caller);
                    else caller.Dispose();
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException) { }
            finally { held.ForEach(c => c.Dispose()); }
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await serving;
            listener.Stop();
            stop.Dispose();
        }
    }
}
