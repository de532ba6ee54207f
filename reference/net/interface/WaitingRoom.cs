using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>A packet that waits until it can be sent.</summary>
public readonly record struct WaitingPacket(Ipv4Address Destination, InternetProtocol Protocol, byte[] Payload, Instant Deadline);

/// <summary>
/// Packets that wait for a neighbour's address or for the link (RFC 1122, section 2.3.2.2), in the order in which they came: up to
/// <see cref="Capacity"/>, each for three seconds.
/// </summary>
public sealed class WaitingRoom
{
    /// <summary>Packets at most.</summary>
    public const int Capacity = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly WaitingPacket[] packets = new WaitingPacket[Capacity];

    /// <summary>Packets that wait.</summary>
    public int Count { get; private set; }

    /// <summary>When the first of them has waited for too long.</summary>
    public Instant NextDeadline => Count == 0 ? Instant.Never : packets[0].Deadline;

    /// <summary>The packet at a place.</summary>
    public WaitingPacket this[int index] => packets[index];

    /// <summary>Lets a packet wait, if there is room.</summary>
    public bool TryAdd(Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> payload, Instant now)
    {
        if (Count == Capacity)
            return false;

        packets[Count++] = new WaitingPacket(destination, protocol, payload.ToArray(), now.After(Patience));
        return true;
    }

    /// <summary>Whether a packet to an address waits: others to it are not to overtake it.</summary>
    public bool HasPacketTo(Ipv4Address destination)
    {
        for (int i = 0; i < Count; i++)
        {
            if (packets[i].Destination == destination)
                return true;
        }

        return false;
    }

    /// <summary>Takes the packet at a place out.</summary>
    public void RemoveAt(int index)
    {
        Count--;
        for (int i = index; i < Count; i++)
            packets[i] = packets[i + 1];
        packets[Count] = default;
    }
}
