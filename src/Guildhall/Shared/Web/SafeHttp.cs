using System.Net;
using System.Net.Sockets;

namespace Guildhall.Shared.Web;

/// <summary>
/// The only way out of the site for an address somebody gave us. The address is checked when the connection is made,
/// after name resolution, so a name that turns private between check and use is refused too.
/// </summary>
public sealed class SafeHttp
{
    public const int LargestAnswer = 64 * 1024;
    readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    readonly Func<IPAddress, bool> isOpen;
    readonly HttpClient client;

    public SafeHttp() : this(Dns.GetHostAddressesAsync, IsPublic, TimeSpan.FromSeconds(20)) { }

    internal SafeHttp(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isOpen, TimeSpan patience)
    {
        (this.resolve, this.isOpen) = (resolve, isOpen);
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseProxy = false,
            ConnectCallback = Connect,
        })
        { Timeout = patience, MaxResponseContentBufferSize = LargestAnswer };
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        var uri = request.RequestUri;
        if (uri is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" })
            throw new Refused($"Only http and https addresses without a user name can be called.", "unsafe_address");
        return client.SendAsync(request, ct);
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal]
            : await resolve(host, ct);
        var address = addresses.FirstOrDefault(isOpen)
            ?? throw new Refused($"{host} is not a public address, so it is not called.", "unsafe_address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether an address is on the open internet: not loopback, private, link-local, shared, multicast or reserved.
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return (address.GetAddressBytes()[0] & 0xE0) == 0x20 // 2000::/3
                && !Prefix(address, 0x20, 0x02) && !Prefix(address, 0x20, 0x01, 0x00, 0x00)
                    && !Prefix(address, 0x20, 0x01, 0x0D, 0xB8);
        var b = address.GetAddressBytes();
        return b[0] switch
        {
            0 or 10 or 127 => false,
            100 => b[1] is < 64 or > 127,
            169 => b[1] != 254,
            172 => b[1] is < 16 or > 31,
            192 => b[1] != 168 && !(b[1] == 0 && b[2] is 0 or 2) && !(b[1] == 88 && b[2] == 99),
            198 => b[1] is not (18 or 19) && !(b[1] == 51 && b[2] == 100),
            203 => !(b[1] == 0 && b[2] == 113),
            >= 224 => false,
            _ => true,
        };
    }

    static bool Prefix(IPAddress address, params byte[] start) => address.GetAddressBytes().AsSpan().StartsWith(start);
}
