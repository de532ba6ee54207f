using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests;

/// <summary>Frames as the other stations of a test's network send them. WireOracleTests holds what writes them against PacketDotNet.</summary>
internal static class Packets
{
    public static byte[] Arp(ArpOperation operation, MacAddress sender, Ipv4Address senderAddress, Ipv4Address target, MacAddress? to = null)
    {
        byte[] frame = new byte[60];
        EthernetFrame.WriteHeader(frame, to ?? MacAddress.Broadcast, sender, EtherType.Arp);
        new ArpPacket(operation, sender, senderAddress, default, target).Write(frame.AsSpan(14));
        return frame;
    }

    public static byte[] Ipv4(
        MacAddress to,
        MacAddress from,
        Ipv4Address source,
        Ipv4Address destination,
        InternetProtocol protocol,
        ReadOnlySpan<byte> payload,
        ushort id = 1,
        int offset = 0,
        bool more = false)
    {
        byte[] frame = new byte[34 + payload.Length];
        EthernetFrame.WriteHeader(frame, to, from, EtherType.Ipv4);
        Ipv4Packet.WriteHeader(frame.AsSpan(14), payload.Length, id, 64, protocol, source, destination, offset, more);
        payload.CopyTo(frame.AsSpan(34));
        return frame;
    }

    public static byte[] Udp(Ipv4Endpoint source, Ipv4Endpoint destination, ReadOnlySpan<byte> payload)
    {
        byte[] bytes = new byte[8 + payload.Length];
        payload.CopyTo(bytes.AsSpan(8));
        UdpDatagram.WriteHeader(bytes, source, destination);
        return bytes;
    }

    public static byte[] Echo(IcmpType type, ushort id, ushort number, ReadOnlySpan<byte> data)
    {
        byte[] bytes = new byte[8 + data.Length];
        data.CopyTo(bytes.AsSpan(8));
        IcmpMessage.WriteHeader(bytes, type, 0, ((uint)id << 16) | number);
        return bytes;
    }

    public static byte[] Unreachable(UnreachableCode code, ReadOnlySpan<byte> quoted)
    {
        byte[] bytes = new byte[8 + quoted.Length];
        quoted.CopyTo(bytes.AsSpan(8));
        IcmpMessage.WriteHeader(bytes, IcmpType.DestinationUnreachable, (byte)code, 0);
        return bytes;
    }

    /// <summary>Data that are easily told from others.</summary>
    public static byte[] Pattern(int length, int seed = 0)
    {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++)
            data[i] = (byte)((i * 7) + (i >> 8) + seed);
        return data;
    }
}
