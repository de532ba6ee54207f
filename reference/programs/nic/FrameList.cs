using System;

namespace Euralios.Programs.Nic;

/// <summary>
/// Several frames in one piece of memory, one after the other: two bytes of length, the low one first, the frame, and as many bytes as lead to the next
/// multiple of 4 (handouts/protocols.md, "Network devices").
/// </summary>
internal static class FrameList
{
    /// <summary>What memory for a list has at least, in bytes.</summary>
    internal const int MemorySize = 32 * 1024;

    /// <summary>Ethernet's header alone.</summary>
    internal const int ShortestFrame = 14;

    /// <summary>Header and 1,500 bytes.</summary>
    internal const int LongestFrame = 1514;

    /// <summary>The bytes before a frame.</summary>
    internal const int LengthSize = 2;

    private const int Alignment = 4;

    /// <summary>How many bytes a frame of some length takes in a list.</summary>
    internal static int SizeOf(int length) => (LengthSize + length + Alignment - 1) & -Alignment;

    /// <summary>Writes a frame's length at the beginning of a piece of a list; the frame is behind it.</summary>
    internal static void WriteLength(Span<byte> entry, int length)
    {
        entry[0] = (byte)length;
        entry[1] = (byte)(length >> 8);
    }

    /// <summary>Takes the first frame from a list.</summary>
    /// <returns>False if the list is at its end, or is none from here on.</returns>
    internal static bool TryTake(scoped ref ReadOnlySpan<byte> list, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (list.Length < LengthSize)
            return false;
        int length = list[0] | list[1] << 8;
        int size = SizeOf(length);
        if (length is < ShortestFrame or > LongestFrame || size > list.Length)
            return false;
        frame = list.Slice(LengthSize, length);
        list = list.Slice(size);
        return true;
    }

    /// <summary>Whether bytes are a list, to their end.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> list)
    {
        while (TryTake(ref list, out _))
        {
        }

        return list.IsEmpty;
    }
}
