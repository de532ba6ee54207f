using System;
using System.Linq;
using System.Net;
using Euralios.Net.Wire;
using NUnit.Framework;
using PacketDotNet;

namespace Euralios.Net.Tests.Tcp;

/// <summary>The format of segments (RFC 9293, sections 3.1 and 3.2), with PacketDotNet as an independent reader and writer.</summary>
public sealed class SegmentFormatTests
{
    private static readonly Ipv4Address Source = new(0x0A000202);
    private static readonly Ipv4Address Destination = new(0x0A00020F);

    [Test]
    public void What_is_written_packetdotnet_reads()
    {
        var random = new Random(30);
        for (int round = 0; round < 2000; round++)
        {
            TcpSegmentHeader header = Random(random);
            byte[] bytes = new byte[header.Size + random.Next(1400)];
            random.NextBytes(bytes.AsSpan(header.Size));
            header.Write(bytes, Source, Destination);

            var packet = new TcpPacket(new PacketDotNet.Utils.ByteArraySegment(bytes));
            packet.ParentPacket = new IPv4Packet(IPAddress.Parse("10.0.2.2"), IPAddress.Parse("10.0.2.15")) { PayloadPacket = packet };
            Assert.That(packet.ValidTcpChecksum);
            Assert.That((packet.SourcePort, packet.DestinationPort), Is.EqualTo((header.SourcePort, header.DestinationPort)));
            Assert.That(packet.SequenceNumber, Is.EqualTo(header.Sequence.Value));
            Assert.That(packet.AcknowledgmentNumber, Is.EqualTo(packet.Acknowledgment ? header.Acknowledgment.Value : 0));
            Assert.That((TcpSegmentFlags)(packet.Flags & 0x3F), Is.EqualTo(header.Flags));
            Assert.That(packet.WindowSize, Is.EqualTo(header.Window));
            Assert.That(packet.DataOffset * 4, Is.EqualTo(header.Size));
            Assert.That(packet.PayloadData.AsSpan().SequenceEqual(bytes.AsSpan(header.Size)));

            var options = packet.OptionsCollection ?? [];
            Assert.That(options.OfType<PacketDotNet.Tcp.MaximumSegmentSizeOption>().FirstOrDefault()?.Value ?? 0, Is.EqualTo(header.MaximumSegmentSize));
            Assert.That(options.OfType<PacketDotNet.Tcp.WindowScaleFactorOption>().FirstOrDefault()?.ScaleFactor, Is.EqualTo((byte?)header.WindowScale));
            Assert.That(options.OfType<PacketDotNet.Tcp.SelectiveAcknowledgmentPermittedOption>().Any(), Is.EqualTo(header.IsSackPermitted));
            Assert.That(options.OfType<PacketDotNet.Tcp.TimeStampOption>().FirstOrDefault()?.Value, Is.EqualTo(header.HasTimestamp ? header.TimestampValue : null));
            int length = options.OfType<PacketDotNet.Tcp.SelectiveAcknowledgmentOption>().FirstOrDefault()?.Length ?? 2;
            Assert.That(length, Is.EqualTo(2 + (8 * header.Blocks.Length)));
        }
    }

    [Test]
    public void What_packetdotnet_writes_is_read()
    {
        var random = new Random(31);
        for (int round = 0; round < 1000; round++)
        {
            byte[] data = new byte[random.Next(1000)];
            random.NextBytes(data);
            byte[] raw = [.. new byte[20], 2, 4, 5, 0xB4, 1, 3, 3, 7, 4, 2, 1, 1, .. data];
            raw[12] = 0x80;
            var packet = new TcpPacket(new PacketDotNet.Utils.ByteArraySegment(raw))
            {
                SourcePort = (ushort)random.Next(65536),
                DestinationPort = (ushort)random.Next(65536),
                SequenceNumber = (uint)random.NextInt64(1L << 32),
                AcknowledgmentNumber = (uint)random.NextInt64(1L << 32),
                Flags = (ushort)random.Next(32),
                WindowSize = (ushort)random.Next(65536),
            };
            packet.ParentPacket = new IPv4Packet(IPAddress.Parse("10.0.2.2"), IPAddress.Parse("10.0.2.15")) { PayloadPacket = packet };
            packet.UpdateTcpChecksum();
            byte[] bytes = packet.Bytes;
            Assert.That(InternetChecksum.Compute(bytes, InternetChecksum.PseudoHeader(Source, Destination, InternetProtocol.Tcp, bytes.Length)), Is.Zero);
            Assert.That(TcpSegment.TryParse(bytes, out TcpSegment segment));
            Assert.That((segment.SourcePort, segment.DestinationPort, segment.Window), Is.EqualTo((packet.SourcePort, packet.DestinationPort, packet.WindowSize)));
            Assert.That((segment.Sequence.Value, segment.Acknowledgment.Value), Is.EqualTo((packet.SequenceNumber, packet.AcknowledgmentNumber)));
            Assert.That((ushort)segment.Flags, Is.EqualTo(packet.Flags));
            Assert.That(segment.Data.SequenceEqual(data));
            Assert.That(segment.Options.MaximumSegmentSize, Is.EqualTo(1460));
            Assert.That(segment.Options.WindowScale, Is.EqualTo(7));
            Assert.That(segment.Options.IsSackPermitted);
        }
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        var random = new Random(32);
        for (int round = 0; round < 2000; round++)
        {
            TcpSegmentHeader header = Random(random);
            byte[] bytes = new byte[header.Size];
            header.Write(bytes, Source, Destination);
            Assert.That(TcpSegment.TryParse(bytes, out TcpSegment segment));
            Assert.That(segment.Options.HasTimestamp, Is.EqualTo(header.HasTimestamp));
            Assert.That(segment.Options.TimestampEcho, Is.EqualTo(header.HasTimestamp ? header.TimestampEcho : 0));
            Assert.That(segment.Options.BlockCount, Is.EqualTo(header.Blocks.Length));
            for (int index = 0; index < header.Blocks.Length; index++)
                Assert.That(segment.Options.Block(index), Is.EqualTo(header.Blocks[index]));
        }
    }

    [TestCase(new byte[] { 0, 2, 4, 5, 0xB4 }, 0, TestName = "Nothing is read after the end of options")]
    [TestCase(new byte[] { 1, 1, 2, 4, 5, 0xB4 }, 1460, TestName = "No-operations are passed over")]
    [TestCase(new byte[] { 99, 3, 7, 2, 4, 5, 0xB4 }, 1460, TestName = "Rfc1122_4_2_2_5 an unknown option is passed over")]
    [TestCase(new byte[] { 2, 4, 5, 0xB4, 99, 0, 2, 4, 1, 1 }, 1460, TestName = "Rfc1122_4_2_2_5 a length of 0 ends reading")]
    [TestCase(new byte[] { 99, 1, 2, 4, 5, 0xB4 }, 0, TestName = "Rfc1122_4_2_2_5 a length of 1 ends reading")]
    [TestCase(new byte[] { 2, 5, 5, 0xB4 }, 0, TestName = "A length beyond the end ends reading")]
    [TestCase(new byte[] { 2, 3, 5, 2, 4, 1, 1 }, 257, TestName = "An option of a wrong length is passed over")]
    [TestCase(new byte[] { 2 }, 0, TestName = "An option without a length")]
    public void Options(byte[] options, int size) => Assert.That(new TcpSegmentOptions(options).MaximumSegmentSize, Is.EqualTo(size));

    [Test]
    public void Blocks_need_a_length_that_is_theirs()
    {
        Assert.That(new TcpSegmentOptions([5, 2]).BlockCount, Is.Zero);
        Assert.That(new TcpSegmentOptions([5, 9, 0, 0, 0, 0, 0, 0, 0]).BlockCount, Is.Zero);
        Assert.That(new TcpSegmentOptions([5, 10, 0, 0, 0, 1, 0, 0, 0, 2]).BlockCount, Is.EqualTo(1));
    }

    private static TcpSegmentHeader Random(Random random)
    {
        bool isSyn = random.Next(2) == 0;
        bool hasTimestamp = random.Next(2) == 0;
        var blocks = new TcpSegmentRange[isSyn ? 0 : random.Next(hasTimestamp ? 4 : 5)];
        for (int index = 0; index < blocks.Length; index++)
            blocks[index] = new TcpSegmentRange(new((uint)random.Next()), new((uint)random.Next()));
        return new TcpSegmentHeader
        {
            SourcePort = (ushort)random.Next(65536),
            DestinationPort = (ushort)random.Next(65536),
            Sequence = new((uint)random.NextInt64(1L << 32)),
            Acknowledgment = new((uint)random.NextInt64(1L << 32)),
            // PacketDotNet does not read options beside an urgent pointer.
            Flags = (TcpSegmentFlags)random.Next(32),
            Window = (ushort)random.Next(65536),
            MaximumSegmentSize = (ushort)(isSyn ? random.Next(1, 65536) : 0),
            WindowScale = isSyn && random.Next(2) == 0 ? random.Next(15) : null,
            IsSackPermitted = isSyn && random.Next(2) == 0,
            HasTimestamp = hasTimestamp,
            TimestampValue = (uint)random.Next(),
            TimestampEcho = (uint)random.Next(),
            Blocks = blocks,
        };
    }
}
