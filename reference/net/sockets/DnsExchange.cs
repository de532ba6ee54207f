using System;
using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>A look-up under way: the question that is out, and how far it has come.</summary>
/// <param name="query">Who asked sees this.</param>
internal sealed class DnsExchange(DnsQuery query)
{
    private UdpSocket? socket;
    private Ipv4Endpoint server;
    private ushort id;

    public DnsQuery Query => query;

    public bool IsPending => query.Status == DnsStatus.Pending;

    /// <summary>The name that is asked for now: another one than the query's, once that is known to stand for it.</summary>
    public string CurrentName { get; set; } = query.Name;

    /// <summary>How many names have stood for others.</summary>
    public int Aliases { get; set; }

    /// <summary>Questions that failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when the answer may come.</summary>
    public Instant Deadline { get; set; }

    /// <summary>For how many seconds all that was learnt so far may be remembered.</summary>
    public uint TimeToLive { get; set; } = uint.MaxValue;

    /// <summary>How it ends if no server does better.</summary>
    public DnsStatus Failure { get; set; } = DnsStatus.TimedOut;

    /// <summary>Whether it is known that the server does not answer.</summary>
    public bool IsRefused => socket is not null && socket.TryTakeError(out _, out _);

    /// <summary>Asks one server.</summary>
    public void Ask(UdpSocket from, Ipv4Address whom, ushort number)
    {
        socket = from;
        server = new Ipv4Endpoint(whom, DnsMessage.ServerPort);
        id = number;
        socket.Connect(server);

        // What cannot be sent now is not answered, and the next server is asked in time.
        byte[] message = new byte[DnsMessage.MaximumLength];
        int length = DnsMessage.WriteQuery(message, id, CurrentName, DnsRecordType.A);
        socket.TrySend(server, message.AsSpan(0, length), out _);
    }

    /// <summary>Takes the next message that answers the question, passing over all others.</summary>
    public bool TryReceive(out DnsMessage message)
    {
        while (socket is not null && socket.TryReceive(out Ipv4Endpoint source, out byte[] bytes))
        {
            bool isAnswer = DnsMessage.TryParse(bytes, out message) && source == server && message.IsResponse && message.Id == id &&
                message.QuestionType == DnsRecordType.A && message.QuestionName == CurrentName;
            if (isAnswer)
                return true;
        }

        message = DnsMessage.Nothing;
        return false;
    }

    /// <summary>Ends for good.</summary>
    public void End(DnsStatus status, IReadOnlyList<Ipv4Address> addresses)
    {
        query.Status = status;
        query.Addresses = addresses;
        query.Server = server.Address;
        Close();
    }

    public void Close()
    {
        socket?.Close();
        socket = null;
    }
}
