using System.Net;
using System.Net.Sockets;

namespace Guildhall.Shared;

/// <summary>Says in words, before anything else is done, that the address is not to be had.</summary>
static class Ports
{
    /// <returns>False when another program listens where this site would.</returns>
    public static bool AreFree(IConfiguration configuration)
    {
        foreach (var url in (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false, Port: > 0 } wanted
                && IsTaken(wanted.Port))
            {
                Console.Error.WriteLine($"Port {wanted.Port} is taken by another program. Stop it, or choose another "
                    + $"port: --urls http://localhost:{wanted.Port + 1}");
                return false;
            }
        return true;
    }

    static bool IsTaken(int port)
    {
        try
        {
            using var door = new TcpListener(IPAddress.Loopback, port);
            door.Start();
            return false;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }
}
