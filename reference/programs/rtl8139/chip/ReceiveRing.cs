using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>What was found in the ring.</summary>
internal enum Reception
{
    /// <summary>Nothing has come.</summary>
    Empty,

    /// <summary>A frame.</summary>
    Frame,

    /// <summary>Something that is no frame, and has been passed over.</summary>
    Skipped,

    /// <summary>What is there cannot be: where the next frame begins is not known. The receiver must be started anew.</summary>
    Broken,
}

/// <summary>
/// The ring into which the chip writes frames (RTL8139D data sheet, 5.8): before each a header of 4 bytes, the status and the length with the check
/// sequence, then the frame; the next begins at a multiple of 4. What reaches the ring's end goes on at its beginning; a header, by its place, never does.
/// </summary>
internal sealed class ReceiveRing
{
    internal const int ShortestRing = 8 * 1024;
    internal const int LongestRing = 64 * 1024;

    /// <summary>The chip may write that much behind the ring's end.</summary>
    internal const int Slack = 16;

    private const int HeaderSize = 4;
    private const int CheckSize = 4;
    private const int LongestUsual = 1518 + CheckSize;

    // The length of a frame of which the beginning alone is there.
    private const int Unfinished = 0xFFF0;

    // The header's status. Of what is damaged the chip says so here, if it is let in at all.
    private const int IsWhole = 0x0001;
    private const int Damages = 0x003E;

    // The reader's register is that much behind the reader.
    private const int ReaderOffset = 16;

    // Accepted is what goes to the chip's own address, to groups and to all; at most 1 KiB is written at once; the chip's buffer passes bytes on when
    // it has a whole frame.
    private const uint Accepted = 0x0E;
    private const uint Burst = 6 << 8;
    private const uint WholeFrames = 7 << 13;
    private const int LengthShift = 11;

    private readonly Registers registers;
    private readonly DeviceMemory memory;
    private readonly int length;
    private int position;

    /// <summary>A ring of 8, 16, 32 or 64 KiB.</summary>
    /// <param name="registers">The chip.</param>
    /// <param name="memory">The ring's memory, and <see cref="Slack"/>.</param>
    internal ReceiveRing(Registers registers, DeviceMemory memory)
    {
        this.registers = registers;
        this.memory = memory;
        length = memory.Length - Slack;
    }

    /// <summary>Tells the chip where the ring is; it is empty. The receiver must be on.</summary>
    internal void Start()
    {
        #region Solution 17.2: where the ring is and how long, and the reader at its beginning
        uint kind = 0;
        while (ShortestRing << (int)kind < length)
            kind++;
        registers.WriteReceiveStart(memory.PhysicalAddress);
        registers.WriteReceiveConfiguration(Accepted | Burst | WholeFrames | kind << LengthShift);
        MoveTo(0);
        #endregion
    }

    /// <summary>Takes what came next.</summary>
    /// <param name="into">Where a frame is copied to.</param>
    /// <param name="frameLength">Its length.</param>
    internal Reception Take(Span<byte> into, out int frameLength)
    {
        frameLength = 0;
        #region Solution 17.2: the header, what it can be, the frame, and the reader behind it
        if ((registers.ReadCommand() & Commands.RingIsEmpty) != 0)
            return Reception.Empty;
        Span<byte> ring = memory.Bytes;
        ReadOnlySpan<byte> header = ring.Slice(position, HeaderSize);
        int status = header[0] | header[1] << 8;
        int size = header[2] | header[3] << 8;
        if (size == Unfinished)
            return Reception.Empty;
        int occupied = HeaderSize + ((size + 3) & -4);
        if ((status & IsWhole) == 0 || size < CheckSize || (size > LongestUsual && !HasWritten(occupied)))
            return Reception.Broken;
        int count = size - CheckSize;
        bool isFrame = (status & Damages) == 0 && count is >= FrameList.ShortestFrame and <= FrameList.LongestFrame;
        if (isFrame)
        {
            frameLength = count;
            Copy(ring.Slice(0, length), position + HeaderSize, into.Slice(0, count));
        }

        MoveTo((position + occupied) & (length - 1));
        return isFrame ? Reception.Frame : Reception.Skipped;
        #endregion
    }

    #region Solution 17.2: round the ring's end
    // Behind a header at the end itself the first piece is empty.
    private static void Copy(ReadOnlySpan<byte> ring, int start, Span<byte> into)
    {
        int first = Math.Min(into.Length, ring.Length - start);
        ring.Slice(start, first).CopyTo(into);
        ring.Slice(0, into.Length - first).CopyTo(into.Slice(first));
    }

    /// <summary>Whether the chip can have written that much since the reader's place.</summary>
    private bool HasWritten(int count)
    {
        int written = (registers.ReadWriter() - position) & (length - 1);
        return count <= (written == 0 ? length : written);
    }

    private void MoveTo(int newPosition)
    {
        position = newPosition;
        registers.WriteReader((ushort)(position - ReaderOffset));
    }
    #endregion
}
