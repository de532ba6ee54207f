using System;
using System.Net;
using System.Net.NetworkInformation;
using Euralios.Net.Wire;
using NUnit.Framework;
using Oracle = PacketDotNet;

namespace Euralios.Net.Tests.Wire;

/// <summary>What is written here PacketDotNet reads, and what it writes is read here, with the same fields: random ones from a fixed seed.</summary>
public sealed class WireOracleTests
{
    private const int Rounds = 500;

    private readonly Random random = new(20_26);

    private MacAddress Mac() => new((ulong)random.NextInt64() & 0xFEFFFFFFFFFF | 0x020000000000);

    private Ipv4Address Address() => new((uint)random.NextInt64());

    private ushort Number() => (ushort)random.Next(65_536);

    private byte[] Data()
    {
        byte[] data = new byte[random.Next(1, 1400)];
        random.NextBytes(data);
        return data;
    }

    private static PhysicalAddress Theirs(MacAddress mac)
    {
        byte[] bytes = new byte[6];
        mac.Write(bytes);
        return new PhysicalAddress(bytes);
    }

    private static IPAddress Theirs(Ipv4Address address)
    {
        byte[] bytes = new byte[4];
        address.Write(bytes);
        return new IPAddress(bytes);
    }

    private static MacAddress Ours(PhysicalAddress mac) => MacAddress.Read(mac.GetAddressBytes());

    private static Ipv4Address Ours(IPAddress address) => Ipv4Address.Read(address.GetAddressBytes());

    [Test]
    public void Arp_from_here()
    {
        for (int i = 0; i < Rounds; i++)
        {
            var packet = new ArpPacket((ArpOperation)random.Next(1, 3), Mac(), Address(), Mac(), Address());
            byte[] frame = new byte[60];
            MacAddress to = Mac();
            EthernetFrame.WriteHeader(frame, to, packet.SenderMac, EtherType.Arp);
            packet.Write(frame.AsSpan(14));
            var ethernet = (Oracle.EthernetPacket)Oracle.Packet.ParsePacket(Oracle.LinkLayers.Ethernet, frame);
            var arp = ethernet.Extract<Oracle.ArpPacket>();
            Assert.That((Ours(ethernet.DestinationHardwareAddress), Ours(ethernet.SourceHardwareAddress)), Is.EqualTo((to, packet.SenderMac)));
            var read = new ArpPacket(
                (ArpOperation)arp.Operation,
                Ours(arp.SenderHardwareAddress),
                Ours(arp.SenderProtocolAddress),
                Ours(arp.TargetHardwareAddress),
                Ours(arp.TargetProtocolAddress));
            Assert.That(read, Is.EqualTo(packet));
        }
    }

    [Test]
    public void Arp_from_there()
    {
        for (int i = 0; i < Rounds; i++)
        {
            var expected = new ArpPacket((ArpOperation)random.Next(1, 3), Mac(), Address(), Mac(), Address());
            var arp = new Oracle.ArpPacket(
                (Oracle.ArpOperation)expected.Operation,
                Theirs(expected.TargetMac),
                Theirs(expected.TargetAddress),
                Theirs(expected.SenderMac),
                Theirs(expected.SenderAddress));
            var ethernet = new Oracle.EthernetPacket(Theirs(expected.SenderMac), Theirs(MacAddress.Broadcast), Oracle.EthernetType.Arp)
            {
                PayloadPacket = arp,
            };
            Assert.That(EthernetFrame.TryParse(ethernet.Bytes, out EthernetFrame frame));
            Assert.That((frame.Type, frame.Destination), Is.EqualTo((EtherType.Arp, MacAddress.Broadcast)));
            Assert.That(ArpPacket.TryParse(frame.Payload, out ArpPacket packet));
            Assert.That(packet, Is.EqualTo(expected));
        }
    }

    [Test]
    public void Udp_from_here()
    {
        for (int i = 0; i < Rounds; i++)
        {
            var source = new Ipv4Endpoint(Address(), Number());
            var destination = new Ipv4Endpoint(Address(), Number());
            byte[] data = Data();
            ushort id = Number();
            byte[] datagram = Packets.Udp(source, destination, data);
            byte[] frame = Packets.Ipv4(Mac(), Mac(), source.Address, destination.Address, InternetProtocol.Udp, datagram, id);
            var packet = Oracle.Packet.ParsePacket(Oracle.LinkLayers.Ethernet, frame);
            var ip = packet.Extract<Oracle.IPv4Packet>();
            var udp = packet.Extract<Oracle.UdpPacket>();
            Assert.That(ip.ValidIPChecksum && udp.ValidUdpChecksum, $"round {i}");
            Assert.That(
                (Ours(ip.SourceAddress), Ours(ip.DestinationAddress), ip.TotalLength, ip.Id, ip.TimeToLive, ip.FragmentOffset),
                Is.EqualTo((source.Address, destination.Address, 28 + data.Length, id, 64, 0)));
            Assert.That((udp.SourcePort, udp.DestinationPort, udp.Length), Is.EqualTo((source.Port, destination.Port, 8 + data.Length)));
            Assert.That(udp.PayloadData, Is.EqualTo(data));
        }
    }

    [Test]
    public void Udp_from_there()
    {
        for (int i = 0; i < Rounds; i++)
        {
            var source = new Ipv4Endpoint(Address(), Number());
            var destination = new Ipv4Endpoint(Address(), Number());
            byte[] data = Data();
            var udp = new Oracle.UdpPacket(source.Port, destination.Port) { PayloadData = data };
            var ip = new Oracle.IPv4Packet(Theirs(source.Address), Theirs(destination.Address))
            {
                PayloadPacket = udp,
                TimeToLive = 17,
                Id = Number(),
            };
            var ethernet = new Oracle.EthernetPacket(Theirs(Mac()), Theirs(Mac()), Oracle.EthernetType.IPv4) { PayloadPacket = ip };
            udp.UpdateCalculatedValues();
            ip.UpdateCalculatedValues();
            udp.UpdateUdpChecksum();
            ip.UpdateIPChecksum();
            Assert.That(EthernetFrame.TryParse(ethernet.Bytes, out EthernetFrame frame));
            Assert.That(Ipv4Packet.TryParse(frame.Payload, out Ipv4Packet packet), $"round {i}");
            Assert.That(
                (packet.Source, packet.Destination, packet.TimeToLive, packet.Identification, packet.Protocol, packet.IsFragment),
                Is.EqualTo((source.Address, destination.Address, 17, ip.Id, InternetProtocol.Udp, false)));
            Assert.That(UdpDatagram.TryParse(packet.Source, packet.Destination, packet.Payload, out UdpDatagram datagram), $"round {i}");
            Assert.That((datagram.SourcePort, datagram.DestinationPort), Is.EqualTo((source.Port, destination.Port)));
            Assert.That(datagram.Payload.ToArray(), Is.EqualTo(data));
        }
    }

    [Test]
    public void Echoes_from_here()
    {
        for (int i = 0; i < Rounds; i++)
        {
            ushort id = Number();
            ushort number = Number();
            byte[] data = Data();
            byte[] frame = Packets.Ipv4(
                Mac(), Mac(), Address(), Address(), InternetProtocol.Icmp, Packets.Echo(IcmpType.EchoRequest, id, number, data));
            var icmp = Oracle.Packet.ParsePacket(Oracle.LinkLayers.Ethernet, frame).Extract<Oracle.IcmpV4Packet>();
            Assert.That(icmp.ValidIcmpChecksum, $"round {i}");
            Assert.That((icmp.TypeCode, icmp.Id, icmp.Sequence), Is.EqualTo((Oracle.IcmpV4TypeCode.EchoRequest, id, number)));
            Assert.That(icmp.Data, Is.EqualTo(data));
        }
    }

    [Test]
    public void Dhcp_from_here()
    {
        for (int i = 0; i < Rounds; i++)
        {
            var message = new DhcpMessage
            {
                Type = DhcpMessageType.Request,
                TransactionId = (uint)random.NextInt64(),
                SecondsElapsed = Number(),
                ClientMac = Mac(),
                ClientAddress = Address(),
                RequestedAddress = Address(),
                ServerIdentifier = Address(),
            };
            byte[] bytes = new byte[DhcpMessage.MaximumWritten];
            int length = message.Write(bytes);
            var dhcp = new Oracle.DhcpV4Packet(new Oracle.Utils.ByteArraySegment(bytes, 0, length), null);
            Assert.That((dhcp.TransactionId, dhcp.Secs), Is.EqualTo((message.TransactionId, message.SecondsElapsed)));
            Assert.That((Ours(dhcp.ClientAddress), Ours(dhcp.ClientHardwareAddress)), Is.EqualTo((message.ClientAddress, message.ClientMac)));
            Assert.That(dhcp.MessageType, Is.EqualTo(Oracle.DhcpV4MessageType.Request));
            Assert.That(DhcpMessage.TryParse(bytes.AsSpan(0, length), out DhcpMessage read));
            Assert.That((read with { DnsServers = message.DnsServers }), Is.EqualTo(message));
        }
    }
}
