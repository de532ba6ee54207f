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
        // TODO 17.2: Take frames out of the ring. Start tells the chip where it is and how long,
        // and puts the reader at its beginning. Take looks at what comes next: nothing; a frame
        // that is still coming, which is nothing yet; a frame, which is copied without its check
        // sequence; what is no frame by its length, or damaged, which is passed over; or a header
        // that cannot be, after which nobody knows where the next one is. After a frame the reader
        // moves to the next header. Whatever the chip has written, nothing outside of the ring is
        // read and nothing behind `into` written.
        Unwritten.Task("17.2");
    }

    /// <summary>Takes what came next.</summary>
    /// <param name="into">Where a frame is copied to.</param>
    /// <param name="frameLength">Its length.</param>
    internal Reception Take(Span<byte> into, out int frameLength)
    {
        frameLength = 0;
        // TODO 17.2 (continued): the header, what it can be, the frame, and the reader behind it
        return Unwritten.Task<Reception>("17.2");
    }

    // Yours to add: whatever helper task 17.2 needs.
}
