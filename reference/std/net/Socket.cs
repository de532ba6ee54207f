using System.IO;
using System.Threading;
using Euralios.Std;

namespace System.Net.Sockets;

/// <summary>
/// A connection. One thread may receive while another sends: the network stack is asked by two handles. The Try forms say why something was not done, by
/// <see cref="Error"/>; the others throw a <see cref="SocketException"/>.
/// </summary>
public sealed class Socket : IDisposable
{
    /// <summary>The most that is sent with one message.</summary>
    private const int LongestPiece = 64 << 10;

    private const ulong NoDelayOption = 1;
    private const ulong MicrosecondsInMillisecond = 1000;

    private readonly Handle receiver;
    private readonly Lock gate = new();
    private Handle sender;
    private bool canSend;
    private bool isOpen = true;
    private bool noDelay;

    internal Socket(Handle connection) => receiver = connection;

    /// <summary>Whether it has not been closed here. Whether the other end is there, only the next word to it shows.</summary>
    public bool Connected => isOpen;

    /// <summary>How long a receive waits at most, in milliseconds; 0 for as long as it takes. Afterwards it ends with <see cref="Error.TimedOut"/>.</summary>
    public int ReceiveTimeout { get; set; }

    /// <summary>Whether small pieces are sent at once, and not gathered while others are on their way (RFC 1122, section 4.2.3.4).</summary>
    public bool NoDelay
    {
        get => noDelay;
        set => Check(TrySetNoDelay(value, out Error error), error);
    }

    public EndPoint? LocalEndPoint => TryGetEndpoints(out IPEndPoint? local, out _, out _) ? local : null;

    public EndPoint? RemoteEndPoint => TryGetEndpoints(out _, out IPEndPoint? remote, out _) ? remote : null;

    /// <summary>Connects to a machine, and waits until the connection stands.</summary>
    /// <param name="host">Its name or address.</param>
    /// <param name="port">Its port, 1 to 65535.</param>
    /// <param name="socket">The connection.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryConnect(string host, int port, out Socket? socket, out Error error)
    {
        socket = null;
        error = Error.Parameter;
        if (!NetworkPath.IsHost(host) || port is < 1 or > IPEndPoint.MaxPort)
            return false;
        if (!FileSystem.TryOpen($"{NetworkPath.Root}{host}/{port}", OpenFlags.Write, out Handle handle, out _, out error))
        {
            error = error == Error.NotFound ? Error.NetworkDown : error;
            return false;
        }

        socket = new Socket(handle);
        if (socket.TryGetEndpoints(out _, out _, out error))
            return true;
        socket.Close();
        socket = null;
        return false;
    }

    /// <summary>Both ends, as soon as the connection stands.</summary>
    public bool TryGetEndpoints(out IPEndPoint? local, out IPEndPoint? remote, out Error error)
    {
        var question = new Message(Tags.Endpoints);
        bool isKnown = TryAsk(receiver, question, Tags.Endpoints, out Message answer, out error);
        local = isKnown ? new IPEndPoint(answer.First.Value) : null;
        remote = isKnown ? new IPEndPoint(answer.Second.Value) : null;
        return isKnown;
    }

    /// <summary>Receives what has come, and waits while nothing has.</summary>
    /// <param name="buffer">Where to put it; not empty.</param>
    /// <param name="count">How many bytes; 0 only when the other end will send nothing more.</param>
    /// <param name="error">Why there are none.</param>
    public bool TryReceive(Span<byte> buffer, out int count, out Error error)
    {
        count = 0;
        if (!TryGetSender(out _, out error) || buffer.IsEmpty)
            return error == Error.None;
        ulong wait = ReceiveTimeout > 0 ? (ulong)ReceiveTimeout * MicrosecondsInMillisecond : SystemCall.Forever;
        var question = new Message(Tags.Receive, wait, (ulong)buffer.Length);
        if (!RemoteCall.TryCall(receiver, ref question, out Message answer, out error))
        {
            bool isEnd = error == Error.NoData;
            error = isEnd ? Error.None : error;
            return isEnd;
        }

        bool isData = answer.Tag == Tags.Data && answer.TryGetBytes(out ReadOnlySpan<byte> bytes) && bytes.Length <= buffer.Length && bytes.TryCopyTo(buffer);
        count = isData ? (int)answer.First.Value : 0;
        error = isData ? Error.None : answer.Tag == Tags.Empty ? Error.TimedOut : Error.UnexpectedReply;
        answer.Release();
        return isData;
    }

    /// <summary>Sends all of some bytes. They are the network's from then on; when they arrive nobody knows.</summary>
    public bool TrySend(scoped ReadOnlySpan<byte> bytes, out Error error)
    {
        if (!TryGetSender(out Handle handle, out error))
            return false;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> piece = bytes.Slice(0, Math.Min(bytes.Length, LongestPiece));
            if (!RemoteText.TryAsk(handle, Tags.Write, piece, Tags.Ok, out Message answer, out error))
                return false;
            answer.Release();
            bytes = bytes.Slice(piece.Length);
        }

        return true;
    }

    /// <summary>Tells the other end that nothing more will be sent. What it sends can still be received.</summary>
    public bool TryShutdown(out Error error)
    {
        error = Error.None;
        return TryGetSender(out Handle handle, out error) && TryAsk(handle, new Message(Tags.Shutdown), Tags.Ok, out _, out error);
    }

    /// <inheritdoc cref="NoDelay"/>
    public bool TrySetNoDelay(bool value, out Error error) => TrySetOption(NoDelayOption, (noDelay = value) ? 1u : 0, out error);

    /// <summary>Breaks the connection off. A send of another thread, which may wait, fails then. It is asked for by the handle of receives: none may wait.</summary>
    public bool TryAbort(out Error error)
    {
        // With the gate: a handle that is closed meanwhile may be another connection's.
        lock (gate)
        {
            error = isOpen ? Error.None : Error.InvalidHandle;
            return isOpen && TryAsk(receiver, new Message(Tags.Abort), Tags.Ok, out _, out error);
        }
    }

    public int Receive(Span<byte> buffer)
    {
        Check(TryReceive(buffer, out int count, out Error error), error);
        return count;
    }

    public int Receive(byte[] buffer) => Receive(new Span<byte>(buffer));

    public int Send(ReadOnlySpan<byte> buffer)
    {
        Check(TrySend(buffer, out Error error), error);
        return buffer.Length;
    }

    public int Send(byte[] buffer) => Send(new ReadOnlySpan<byte>(buffer));

    /// <summary>Ends what is sent. What still comes nobody need read: <see cref="SocketShutdown.Receive"/> does nothing.</summary>
    public void Shutdown(SocketShutdown how)
    {
        if (how != SocketShutdown.Receive)
            Check(TryShutdown(out Error error), error);
    }

    /// <summary>Closes the connection: what was sent still arrives.</summary>
    public void Close()
    {
        lock (gate)
        {
            if (!isOpen)
                return;
            isOpen = false;
            SystemCall.TryClose(receiver, out _);
            if (canSend)
                SystemCall.TryClose(sender, out _);
        }
    }

    public void Dispose() => Close();

    /// <summary>The handle to send by. It is asked for before the first receive: while that waits, nothing else can be asked by the same handle.</summary>
    private bool TryGetSender(out Handle handle, out Error error)
    {
        lock (gate)
        {
            handle = sender;
            error = isOpen ? Error.None : Error.InvalidHandle;
            if (canSend || !isOpen)
                return isOpen;
            var question = new Message(Tags.Duplicate);
            if (!RemoteCall.TryCall(receiver, ref question, Tags.CommunicationHandle, out Message answer, out error))
                return false;
            canSend = answer.First.IsHandle(out sender);
            handle = sender;
            error = canSend ? Error.None : Error.UnexpectedReply;
            return canSend;
        }
    }

    private bool TrySetOption(ulong option, ulong value, out Error error) =>
        TryGetSender(out Handle handle, out error) && TryAsk(handle, new Message(Tags.SocketOption, option, value), Tags.Ok, out _, out error);

    private static bool TryAsk(Handle handle, Message question, ulong tag, out Message answer, out Error error)
    {
        if (!RemoteCall.TryCall(handle, ref question, tag, out answer, out error))
            return false;
        bool isPlain = !answer.IsLong;
        answer.Release();
        error = isPlain ? Error.None : Error.UnexpectedReply;
        return isPlain;
    }

    private static void Check(bool isDone, Error error)
    {
        if (!isDone)
            throw new SocketException(error.Text());
    }
}
