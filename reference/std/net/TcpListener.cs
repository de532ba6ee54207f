using Euralios.Std;

namespace System.Net.Sockets;

/// <summary>Waits for connections that others make to a port of this machine.</summary>
/// <param name="localaddr">The address; <see cref="IPAddress.Any"/>, since the machine has one at most.</param>
/// <param name="port">The port; 0 for one that is free.</param>
public class TcpListener(IPAddress localaddr, int port) : IDisposable
{
    private Handle handle;
    private bool isStarted;

    public TcpListener(IPEndPoint localEP)
        : this(localEP.Address, localEP.Port)
    {
    }

    /// <summary>The port that was given, or after <see cref="Start"/> the one that is listened at.</summary>
    public EndPoint LocalEndpoint
    {
        get
        {
            var question = new Message(Tags.Endpoints);
            if (!isStarted || !RemoteCall.TryCall(handle, ref question, Tags.Endpoints, out Message answer, out _))
                return new IPEndPoint(localaddr, port);
            answer.Release();
            return new IPEndPoint(localaddr, (ushort)answer.First.Value);
        }
    }

    /// <summary>Listens from now on.</summary>
    public bool TryStart(out Error error)
    {
        error = isStarted ? Error.None : port is < 0 or > IPEndPoint.MaxPort ? Error.Parameter : Error.None;
        if (error != Error.None || isStarted)
            return isStarted;
        isStarted = FileSystem.TryOpen($"{NetworkPath.Listen}{port}", OpenFlags.Write, out handle, out _, out error);
        error = error == Error.NotFound ? Error.NetworkDown : error;
        return isStarted;
    }

    /// <summary>Waits for the next connection.</summary>
    public bool TryAccept(out TcpClient? client, out Error error)
    {
        client = null;
        error = Error.InvalidHandle;
        var question = new Message(Tags.Accept);
        if (!isStarted || !RemoteCall.TryCall(handle, ref question, Tags.CommunicationHandle, out Message answer, out error))
            return false;
        if (!answer.First.IsHandle(out Handle connection))
        {
            answer.Release();
            error = Error.UnexpectedReply;
            return false;
        }

        client = new TcpClient(new Socket(connection));
        return true;
    }

    public void Start()
    {
        if (!TryStart(out Error error))
            throw new SocketException(error, $"{localaddr}:{port}");
    }

    public TcpClient AcceptTcpClient() =>
        TryAccept(out TcpClient? client, out Error error) ? client! : throw new SocketException(error.Text());

    public Socket AcceptSocket() => AcceptTcpClient().Client;

    /// <summary>Listens no more. Connections that were accepted stay.</summary>
    public void Stop()
    {
        if (isStarted)
            SystemCall.TryClose(handle, out _);
        isStarted = false;
    }

    public void Dispose() => Stop();
}
