using System;
using Euralios.Net.Wire;
using NUnit.Framework;

namespace Euralios.Net.Tests.Wire;

/// <summary>RFC 1071.</summary>
public sealed class InternetChecksumTests
{
    [Test]
    public void The_example_of_section_3() =>
        Assert.That(InternetChecksum.Compute([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7]), Is.EqualTo(0x220D));

    [Test]
    public void Nothing_has_the_complement_of_zero() => Assert.That(InternetChecksum.Compute([]), Is.EqualTo(0xFFFF));

    [Test]
    public void Every_length_and_place_is_summed_as_word_by_word()
    {
        var random = new Random(1071);
        byte[] bytes = new byte[1600];
        random.NextBytes(bytes);
        bytes.AsSpan(200, 300).Fill(0xFF);
        for (int length = 0; length <= 1500; length++)
        {
            int start = length % 9;
            ReadOnlySpan<byte> data = bytes.AsSpan(start, length);
            Assert.That(InternetChecksum.Compute(data, 0x1_2345), Is.EqualTo(WordByWord(data, 0x1_2345)), $"{length} bytes from {start}");
        }
    }

    [Test]
    public void Long_data_of_ones_does_not_lose_carries()
    {
        byte[] bytes = new byte[65535];
        bytes.AsSpan().Fill(0xFF);
        Assert.That(InternetChecksum.Compute(bytes), Is.EqualTo(WordByWord(bytes, 0)));
    }

    [Test]
    public void Data_with_its_check_sum_in_it_gives_zero()
    {
        byte[] data = [0x45, 0x00, 0x00, 0x54, 0x12, 0x34, 0x00, 0x00, 0x40, 0x01, 0x00, 0x00, 10, 0, 2, 15, 10, 0, 2, 2];
        BigEndian.WriteUInt16(data.AsSpan(10), InternetChecksum.Compute(data));
        Assert.That(InternetChecksum.Compute(data), Is.Zero);
    }

    [Test]
    public void The_pseudo_header_is_summed_as_if_it_stood_before_the_segment()
    {
        byte[] segment = [1, 2, 3, 4, 5];
        byte[] whole = [10, 0, 2, 15, 10, 0, 2, 2, 0, 17, 0, 5, 1, 2, 3, 4, 5];
        uint pseudoHeader = InternetChecksum.PseudoHeader(new(0x0A00020F), new(0x0A000202), InternetProtocol.Udp, segment.Length);
        Assert.That(InternetChecksum.Compute(segment, pseudoHeader), Is.EqualTo(InternetChecksum.Compute(whole)));
    }

    private static ushort WordByWord(ReadOnlySpan<byte> data, uint initial)
    {
        ulong sum = initial;
        for (int i = 0; i < data.Length; i++)
            sum += (ulong)data[i] << (i % 2 == 0 ? 8 : 0);
        while (sum >> 16 != 0)
            sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }
}
