using Euralios.Std;

namespace System.Net.Sockets;

/// <summary>A connection to another machine, as a client of .NET's.</summary>
public class TcpClient : IDisposable
{
    private Socket? socket;
    private NetworkStream? stream;

    public TcpClient()
    {
    }

    public TcpClient(string hostname, int port) => Connect(hostname, port);

    internal TcpClient(Socket socket) => this.socket = socket;

    public Socket Client => socket ?? throw new InvalidOperationException("The operation is not allowed on non-connected sockets.");

    public bool Connected => socket is { Connected: true };

    public bool NoDelay
    {
        get => Client.NoDelay;
        set => Client.NoDelay = value;
    }

    public int ReceiveTimeout
    {
        get => Client.ReceiveTimeout;
        set => Client.ReceiveTimeout = value;
    }

    /// <summary>Connects to a machine; see <see cref="Socket.TryConnect"/>.</summary>
    public static bool TryConnect(string hostname, int port, out TcpClient? client, out Error error)
    {
        client = Socket.TryConnect(hostname, port, out Socket? socket, out error) ? new TcpClient(socket!) : null;
        return client is not null;
    }

    public void Connect(string hostname, int port)
    {
        if (socket is not null)
            throw new InvalidOperationException("The client is connected already.");
        if (!Socket.TryConnect(hostname, port, out socket, out Error error))
            throw new SocketException(error, $"{hostname}:{port}");
    }

    public void Connect(IPAddress address, int port) => Connect(address.ToString(), port);

    public void Connect(IPEndPoint remoteEP) => Connect(remoteEP.Address, remoteEP.Port);

    public NetworkStream GetStream() => stream ??= new NetworkStream(Client, ownsSocket: true);

    public void Close() => Dispose();

    public void Dispose() => socket?.Close();
}
