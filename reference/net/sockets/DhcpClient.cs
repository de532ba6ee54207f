using System;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>How far a DHCP client is (RFC 2131, figure 5).</summary>
public enum DhcpState : byte
{
    /// <summary>It was not started, or has released its address.</summary>
    Stopped,

    /// <summary>About to look for servers.</summary>
    Init,

    /// <summary>Has looked for servers, and waits for an offer.</summary>
    Selecting,

    /// <summary>Has chosen an offer, and waits for the server's word.</summary>
    Requesting,

    /// <summary>Has the server's word, and asks the neighbours whether anybody has the address.</summary>
    Checking,

    /// <summary>Has an address.</summary>
    Bound,

    /// <summary>Has an address, and asks its server for more time.</summary>
    Renewing,

    /// <summary>Has an address, and asks any server for more time.</summary>
    Rebinding,
}

/// <summary>
/// Gets an address from a server, and keeps it (RFC 2131, section 4.4). Answers count if they are this client's (transaction, Ethernet address), of
/// the kind and from the server that it waits for, and sensible; everything else is as if it had not come.
/// </summary>
public sealed partial class DhcpClient
{
    // A server that acknowledges nothing is given up after so many requests.
    private const int RequestsUntilRestart = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(64);
    private static readonly TimeSpan WaitAfterRefusal = TimeSpan.FromSeconds(1);

    // "The client SHOULD wait a minimum of ten seconds" (section 3.1, step 5).
    private static readonly TimeSpan WaitAfterDecline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestRenewalWait = TimeSpan.FromSeconds(60);

    private readonly UdpLayer udp;
    private readonly AddressProbe probe;
    private readonly MacAddress mac;
    private readonly RandomSource random;

    private UdpSocket? socket;
    private uint transaction;
    private Instant began;
    private Instant sentAt;
    private Instant nextAction = Instant.Never;
    private TimeSpan wait;
    private int attempts;
    private Ipv4Address offered;
    private Ipv4Address server;
    private DhcpLease? checkedLease;

    /// <summary>A client that is not started.</summary>
    /// <param name="udp">Where to send.</param>
    /// <param name="probe">Asks whether an address is free.</param>
    /// <param name="mac">This host's Ethernet address.</param>
    /// <param name="random">For transactions and waits.</param>
    public DhcpClient(UdpLayer udp, AddressProbe probe, MacAddress mac, RandomSource random)
    {
        this.udp = udp;
        this.probe = probe;
        this.mac = mac;
        this.random = random;
    }

    /// <summary>How far it is.</summary>
    public DhcpState State { get; private set; }

    /// <summary>What it has, from <see cref="DhcpState.Bound"/> on; else null.</summary>
    public DhcpLease? Lease { get; private set; }

    /// <summary>Times that a server took back what it had offered or given.</summary>
    public int Refusals { get; private set; }

    /// <summary>Addresses that somebody else turned out to have.</summary>
    public int Conflicts { get; private set; }

    /// <summary>When it has something to do.</summary>
    public Instant NextPoll => State == DhcpState.Checking ? probe.NextPoll : nextAction;

    /// <summary>Begins to look for an address.</summary>
    /// <param name="now">The time.</param>
    /// <param name="error"><see cref="SocketError.AddressAlreadyInUse"/> if somebody else has the client's port, and others of opening a
    /// socket.</param>
    public bool TryStart(Instant now, out SocketError error)
    {
        error = SocketError.Success;
        if (State != DhcpState.Stopped)
            return true;
        if (!udp.TryOpen(DhcpMessage.ClientPort, out socket, out error))
            return false;

        Restart(now, TimeSpan.Zero);
        return true;
    }

    /// <summary>Gives the address back, if there is one, and stops.</summary>
    public void Release()
    {
        if (Lease is not null)
        {
            transaction = random.NextUInt32();
            Ipv4Address address = Lease.Configuration.Address;
            Send(new DhcpMessage { Type = DhcpMessageType.Release, ClientAddress = address, ServerIdentifier = Lease.Server }, Lease.Server);
        }

        socket?.Close();
        socket = null;
        probe.Stop();
        Lease = null;
        State = DhcpState.Stopped;
        nextAction = Instant.Never;
    }

    /// <summary>Takes in what came, and does what is due.</summary>
    /// <returns>Whether anything was done.</returns>
    public bool Poll(Instant now)
    {
        bool isDone = false;
        while (socket is not null && socket.TryReceive(out _, out byte[] bytes))
        {
            isDone = true;
            bool isOurs = DhcpMessage.TryParse(bytes, out DhcpMessage message) && message.IsReply && message.TransactionId == transaction &&
                message.ClientMac == mac && message.ServerIdentifier.IsHost;
            if (isOurs)
                Receive(message, now);
        }

        if (State == DhcpState.Checking)
            return isDone | Check(now);
        if (now < nextAction)
            return isDone;

        Act(now);
        return true;
    }

    private void Receive(DhcpMessage message, Instant now)
    {
        switch (State, message.Type)
        {
            case (DhcpState.Selecting, DhcpMessageType.Offer) when message.YourAddress.IsHost:
                server = message.ServerIdentifier;
                offered = message.YourAddress;
                State = DhcpState.Requesting;
                BeginAttempts();
                Act(now);
                break;
            case (DhcpState.Requesting, DhcpMessageType.Acknowledge)
                when message.ServerIdentifier == server && message.YourAddress == offered && DhcpLease.TryFrom(message, sentAt, out checkedLease):
                State = DhcpState.Checking;
                probe.Start(offered, now);
                break;
            case (DhcpState.Renewing, DhcpMessageType.Acknowledge) when message.ServerIdentifier == Lease!.Server:
            case (DhcpState.Rebinding, DhcpMessageType.Acknowledge):
                if (message.YourAddress == Lease!.Configuration.Address && DhcpLease.TryFrom(message, sentAt, out DhcpLease? lease))
                    Bind(lease!);
                break;
            case (DhcpState.Requesting, DhcpMessageType.NegativeAcknowledge) when message.ServerIdentifier == server:
            case (DhcpState.Renewing, DhcpMessageType.NegativeAcknowledge) when message.ServerIdentifier == Lease!.Server:
            case (DhcpState.Rebinding, DhcpMessageType.NegativeAcknowledge):
                Refusals++;
                Restart(now, WaitAfterRefusal);
                break;
        }
    }
}
