using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>How an address's probing stands.</summary>
public enum ProbeState : byte
{
    /// <summary>Nothing is probed.</summary>
    Idle,

    /// <summary>Asked, and waiting whether somebody has it.</summary>
    Probing,

    /// <summary>Nobody has it.</summary>
    Free,

    /// <summary>Somebody has it, or wants it too.</summary>
    Conflict,
}

/// <summary>
/// Asks whether anybody has an address before this host takes it (RFC 5227, section 2.1). The RFC's times would keep a machine without network for up
/// to seven seconds; here the three probes are 200 ms apart, which no more than slow neighbours notice.
/// </summary>
/// <param name="mac">This host's Ethernet address.</param>
/// <param name="random">For the wait before the first probe, which keeps machines that start together apart.</param>
public sealed class AddressProbe(MacAddress mac, RandomSource random)
{
    private const int Probes = 3;
    private const int MaximumFirstWaitMilliseconds = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private Ipv4Address address;
    private int left;

    /// <summary>How it stands.</summary>
    public ProbeState State { get; private set; }

    /// <summary>When it has something to do.</summary>
    public Instant NextPoll { get; private set; } = Instant.Never;

    /// <summary>Begins to probe an address.</summary>
    public void Start(Ipv4Address probed, Instant now)
    {
        address = probed;
        left = Probes;
        State = ProbeState.Probing;
        NextPoll = now.After(TimeSpan.FromMilliseconds((long)random.NextBelow(MaximumFirstWaitMilliseconds)));
    }

    /// <summary>Ends, whatever was found.</summary>
    public void Stop()
    {
        State = ProbeState.Idle;
        NextPoll = Instant.Never;
    }

    /// <summary>Goes on.</summary>
    /// <returns>Whether a probe is to be sent now.</returns>
    public bool Poll(Instant now, out ArpPacket probe)
    {
        probe = new ArpPacket(ArpOperation.Request, mac, Ipv4Address.Unspecified, default, address);
        if (State != ProbeState.Probing || now < NextPoll)
            return false;

        if (left == 0)
        {
            // Whoever asked for the probe is still to look: the time stays due until it is stopped.
            State = ProbeState.Free;
            return false;
        }

        left--;
        NextPoll = now.After(Interval);
        return true;
    }

    /// <summary>
    /// Looks at a packet that came (section 2.1.1): whoever uses the address has it, and whoever else probes it shall not have it against us.
    /// </summary>
    public void Observe(ArpPacket packet)
    {
        bool isUsed = packet.SenderAddress == address;
        bool isProbed = packet.Operation == ArpOperation.Request && packet.SenderAddress == Ipv4Address.Unspecified &&
            packet.TargetAddress == address;
        if (State != ProbeState.Probing || packet.SenderMac == mac || !(isUsed || isProbed))
            return;

        State = ProbeState.Conflict;
    }
}
