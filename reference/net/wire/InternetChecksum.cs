using System;
using System.Runtime.CompilerServices;

namespace Euralios.Net.Wire;

/// <summary>
/// The check sum of IPv4, ICMP, UDP and TCP (RFC 1071): the complement of the sum of all 16-bit words, whose carries are added again. Over data that
/// has its right check sum in it the result is 0.
/// </summary>
public static class InternetChecksum
{
    /// <summary>The check sum of some bytes, to be stored with the high byte first.</summary>
    /// <param name="data">The bytes; an odd one at the end counts as if a zero followed.</param>
    /// <param name="initial">A sum to go on from, <see cref="PseudoHeader"/>'s for instance.</param>
    public static ushort Compute(ReadOnlySpan<byte> data, uint initial = 0)
    {
        uint sum = (uint)Sum(data) + Fold(initial);
        return (ushort)~Fold(sum);
    }

    /// <summary>The part of TCP's and UDP's sums that is not in their segments (RFC 9293, section 3.1; RFC 768).</summary>
    /// <param name="source">The packet's source.</param>
    /// <param name="destination">The packet's destination.</param>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="length">The segment's bytes, header and data.</param>
    public static uint PseudoHeader(Ipv4Address source, Ipv4Address destination, InternetProtocol protocol, int length) =>
        (source.Value >> 16) + (source.Value & 0xFFFF) + (destination.Value >> 16) + (destination.Value & 0xFFFF) + (uint)protocol + (uint)length;

    /// <summary>
    /// The sum itself, without complement, in 16 bits. Sums of parts may be added and given to <see cref="Compute"/> as its initial one, if every
    /// part but the last has an even number of bytes.
    /// </summary>
    public static ushort Sum(ReadOnlySpan<byte> data)
    {
        // The order of bytes does not matter to the sum if the result is turned round (RFC 1071, section 2 B), so eight bytes are added at a time as
        // the processor reads them. 64-bit words are added in halves, which leaves 32 bits for carries.
        ulong low = 0;
        ulong high = 0;
        int at = 0;
        if (data.Length >= 8)
        {
            ref byte start = ref Unsafe.AsRef(in data[0]);
            int last = data.Length - 32;
            for (; at <= last; at += 32)
            {
                ulong first = Word(ref start, at);
                ulong second = Word(ref start, at + 8);
                ulong third = Word(ref start, at + 16);
                ulong fourth = Word(ref start, at + 24);
                low += (ulong)(uint)first + (uint)second + (uint)third + (uint)fourth;
                high += (first >> 32) + (second >> 32) + (third >> 32) + (fourth >> 32);
            }

            for (last = data.Length - 8; at <= last; at += 8)
            {
                ulong word = Word(ref start, at);
                low += (uint)word;
                high += word >> 32;
            }
        }

        ulong sum = low + high;
        for (; at + 1 < data.Length; at += 2)
            sum += data[at] | ((uint)data[at + 1] << 8);
        if (at < data.Length)
            sum += data[at];

        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        ushort folded = Fold((uint)sum);
        return (ushort)((folded << 8) | (folded >> 8));
    }

    /// <summary>A sum in 16 bits, the carries added again.</summary>
    private static ushort Fold(uint sum)
    {
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)sum;
    }

    // The loops above keep within the span.
    private static ulong Word(ref byte start, int offset) => Unsafe.As<byte, ulong>(ref Unsafe.Add(ref start, offset));
}
