using System.Net;
using System.Net.Sockets;

namespace Euralios.Network.Tests;

/// <summary>A server on the host's loopback: each connection is given to a function, and then closed.</summary>
internal sealed class HostServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    internal HostServer(Func<NetworkStream, Task> talk)
    {
        listener.Start();
        Talks = ServeAsync(talk);
    }

    internal int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Fails when a talk has failed.</summary>
    internal Task Talks { get; }

    public void Dispose() => listener.Dispose();

    /// <summary>Reads a line without its end.</summary>
    internal static async Task<string> ReadLineAsync(NetworkStream stream)
    {
        List<byte> line = [];
        byte[] next = new byte[1];
        while (await stream.ReadAsync(next) > 0 && next[0] != '\n')
            line.Add(next[0]);
        return System.Text.Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
    }

    /// <summary>Reads to the end.</summary>
    internal static async Task<byte[]> ReadAllAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private async Task ServeAsync(Func<NetworkStream, Task> talk)
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await listener.AcceptTcpClientAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            using (client)
                await talk(client.GetStream());
        }
    }
}
