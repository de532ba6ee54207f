using System.Buffers.Binary;

namespace Euralios.Labs.Rtl8139;

/// <summary>Frames of the lab: of types for local experiments (IEEE Std 802), numbered, with random contents.</summary>
internal static class TestFrame
{
    /// <summary>Ethernet's header alone.</summary>
    public const int Shortest = 14;

    /// <summary>Header and 1,500 bytes.</summary>
    public const int Longest = 1514;

    /// <summary>The shortest on a wire, without its check sequence.</summary>
    public const int ShortestOnWire = 60;

    private const ushort Greeting = 0x88B4;
    private const ushort Test = 0x88B5;
    private const ushort Over = 0x88B6;
    private const int TypeOffset = 12;

    /// <summary>A frame of some length to a station. One that is shorter than a header is the beginning of one.</summary>
    public static byte[] Make(ReadOnlySpan<byte> station, int length, Random random)
    {
        var frame = new byte[Math.Max(length, Shortest)];
        random.NextBytes(frame);
        station.CopyTo(frame);
        frame[6] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(TypeOffset), Test);
        return frame[..length];
    }

    /// <summary>The frame that says that it is over.</summary>
    public static byte[] Last(ReadOnlySpan<byte> station)
    {
        var frame = Make(station, ShortestOnWire, new Random(0));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(TypeOffset), Over);
        return frame;
    }

    /// <summary>Whether it is a greeting of the guest's.</summary>
    public static bool IsGreeting(ReadOnlySpan<byte> frame) => Type(frame) == Greeting;

    /// <summary>Whether it is one that must come back.</summary>
    public static bool IsTest(ReadOnlySpan<byte> frame) => Type(frame) == Test && frame.Length <= Longest;

    /// <summary>What a card makes of a frame on its way out.</summary>
    public static byte[] Padded(ReadOnlySpan<byte> frame) =>
        frame.Length >= ShortestOnWire ? frame.ToArray() : [.. frame, .. new byte[ShortestOnWire - frame.Length]];

    /// <summary>How much of the ring a frame takes: with header and check sequence, to a multiple of 4.</summary>
    public static int InTheRing(int length) => (4 + Math.Max(length, ShortestOnWire) + 4 + 3) & -4;

    private static ushort Type(ReadOnlySpan<byte> frame) => frame.Length < Shortest ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(frame[TypeOffset..]);
}
