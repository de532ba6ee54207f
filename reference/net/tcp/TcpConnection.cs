using System;
using Euralios.Net.Storage;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>
/// One connection, as its program sees it. Nothing here waits: a program writes what there is room for, reads what is there, and learns from
/// <see cref="TcpLayer.TryNextChanged"/> when to look again. What is to be sent goes out when the stack is polled next.
/// </summary>
/// <remarks>
/// The other parts follow RFC 9293: segments that arrive (section 3.10.7), acknowledgments, what is sent, timers, and the ends of a connection. Buffers
/// exist from the moment the handshake is complete.
/// </remarks>
public sealed partial class TcpConnection
{
    private readonly TcpLayer layer;
    private readonly TcpOptions options;
    private TimeSpan? keepAlive;
    private bool noDelay;

    // What the layer keeps with each connection; ConnectionTable, ConnectionList, DeadlineQueue and the layer's queues write them.
    internal TcpConnection? NextInBucket;
    internal ConnectionList? List;
    internal TcpConnection? PreviousInList;
    internal TcpConnection? NextInList;
    internal int DeadlineIndex = -1;
    internal Instant NotedDeadline;
    internal bool IsQueuedForOutput;
    internal bool IsRefused;
    internal bool IsQueuedAsChanged;
    internal bool IsAccepted;

    // The send sequence space (RFC 9293, section 3.3.1): SND.UNA <= SND.NXT.
    private readonly SequenceNumber initialSend;
    private SequenceNumber una;
    private SequenceNumber next;
    private SendBuffer? send;
    private bool isFinQueued;
    private bool isFinSent;

    // What the peer lets this side send: the last window, and the segment that said so (SND.WL1, SND.WL2).
    private int sendWindow;
    private int maximumSendWindow;
    private SequenceNumber windowSequence;
    private SequenceNumber windowAcknowledgment;
    private int sendShift;

    // The receive sequence space. The right edge of what was advertised never moves left.
    private SequenceNumber initialReceive;
    private SequenceNumber receiveNext;
    private SequenceNumber receiveEdge;
    private ReceiveBuffer? receive;
    private int receiveShift;
    private SequenceNumber? peerFin;
    private bool isFinReceived;

    // What the two SYNs agreed on.
    private int segmentSize;
    private bool isSelective;
    private bool isScaled;
    private bool hasTimestamps;

    private bool isClosedByProgram;

    internal TcpConnection(TcpLayer layer, TcpListener? listener, Ipv4Endpoint local, Ipv4Endpoint remote, SequenceNumber initialSend, Instant now)
    {
        this.layer = layer;
        options = layer.Options;
        Listener = listener;
        Local = local;
        Remote = remote;
        this.initialSend = initialSend;
        una = initialSend;
        next = initialSend + 1;
        rtt = new RttEstimator(options);
        begun = now;
        heardAt = now;
        progressAt = now;
    }

    /// <summary>This side.</summary>
    public Ipv4Endpoint Local { get; }

    /// <summary>The other side.</summary>
    public Ipv4Endpoint Remote { get; }

    /// <summary>Where the connection is in its life.</summary>
    public TcpState State { get; private set; }

    /// <summary>Why it ended, if it did not end by both sides' FIN; and before that <see cref="TcpError.None"/>.</summary>
    public TcpError Error { get; private set; }

    /// <summary>Whatever whoever uses the connection wants to find again with it.</summary>
    public object? Owner { get; set; }

    /// <summary>How many bytes can be read. They stay readable after the connection ended.</summary>
    public int Available => receive?.Available ?? 0;

    /// <summary>How many bytes can be written now.</summary>
    public int Room => CanWrite ? send!.Room : 0;

    /// <summary>Whether the peer will send no more and everything was read.</summary>
    public bool IsReceiveEnded => isFinReceived && Available == 0;

    /// <summary>Whether writing is possible, now or when there is room.</summary>
    public bool CanWrite => State is TcpState.Established or TcpState.CloseWait && !isFinQueued;

    /// <summary>Whether everything that was written, and the FIN if there was a <see cref="Shutdown"/>, arrived at the peer.</summary>
    public bool IsSendComplete => send == null || (send.Count == 0 && (!isFinQueued || (isFinSent && una == next)));

    /// <summary>Whether the conversation is over: nothing more comes or goes. (TIME-WAIT concerns only the layer.)</summary>
    public bool IsClosed => State is TcpState.Closed or TcpState.TimeWait;

    /// <summary>
    /// Whether small segments go out though others are not acknowledged (RFC 9293, section 3.7.4: Nagle's algorithm switched off).
    /// </summary>
    public bool NoDelay
    {
        get => noDelay;
        set
        {
            noDelay = value;
            layer.QueueForOutput(this);
        }
    }

    /// <summary>After what silence the peer is asked whether it is there (RFC 9293, section 3.8.4); null, as at first, for never. At least one second.</summary>
    public TimeSpan? KeepAlive
    {
        get => keepAlive;
        set
        {
            keepAlive = value < MinimumKeepAlive ? MinimumKeepAlive : value;
            layer.QueueForOutput(this);
        }
    }

    /// <summary>The listener that made it; null if it was begun from here.</summary>
    internal TcpListener? Listener { get; }

    /// <summary>Takes bytes to send, as many as there is room for. Returns how many: none if the buffer is full or writing is not possible.</summary>
    public int Write(ReadOnlySpan<byte> data)
    {
        if (!CanWrite)
            return 0;
        int written = send!.Append(data);
        if (written > 0)
            layer.QueueForOutput(this);
        return written;
    }

    /// <summary>Gives bytes that came, as many as there are. Returns how many.</summary>
    public int Read(Span<byte> buffer)
    {
        if (receive == null)
            return 0;
        int read = receive.Read(buffer);
        if (read > 0 && IsWindowUpdateDue)
        {
            isAcknowledgmentDue = true;
            layer.QueueForOutput(this);
        }

        return read;
    }

    /// <summary>Ends the own direction: after everything that was written goes a FIN. The peer may go on sending.</summary>
    public void Shutdown()
    {
        if (isFinQueued || State is not (TcpState.SynSent or TcpState.SynReceived or TcpState.Established or TcpState.CloseWait))
            return;
        isFinQueued = true;
        layer.QueueForOutput(this);
    }

    /// <summary>
    /// Ends the use of the connection: what was written is still sent, and nothing more is read. If something was not read, or comes later, the peer
    /// learns by RST that it is lost (RFC 1122, section 4.2.2.13).
    /// </summary>
    public void Close()
    {
        if (isClosedByProgram)
            return;
        isClosedByProgram = true;
        if (IsClosed)
        {
            receive = null;
            return;
        }

        if (State == TcpState.SynSent || Available > 0)
        {
            Abort();
            return;
        }

        Shutdown();
        layer.QueueForOutput(this);
    }

    /// <summary>Ends the connection at once; the peer gets RST.</summary>
    public void Abort()
    {
        isClosedByProgram = true;
        if (State is not (TcpState.Closed or TcpState.TimeWait or TcpState.SynSent))
            isResetDue = true;
        if (State != TcpState.Closed)
            End(TcpError.Aborted);
    }

    /// <summary>The connection in words.</summary>
    public override string ToString() => $"{Local} - {Remote}";
}
