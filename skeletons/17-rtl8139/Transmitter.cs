using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>
/// The chip's four slots for frames to be sent (RTL8139D data sheet, 5.2 to 5.4), which it takes in turn. A slot is the driver's again when the frame has
/// left, or was given up.
/// </summary>
internal sealed class Transmitter(Registers registers, DeviceMemory memory, CardCounters counters)
{
    internal const int Slots = 4;

    /// <summary>A slot's memory: a frame, and what brings the next one to a multiple of 4.</summary>
    internal const int SlotSize = 1536;

    private const SlotStatus IsDone = SlotStatus.IsSent | SlotStatus.Underrun | SlotStatus.Aborted;

    // The gap between frames that Ethernet asks for; at most 1 KiB is read at once.
    private const uint Configuration = (3 << 24) | (6 << 8);
    private const uint ClearAbort = 1;

    // How much of a frame the chip must have before it sends, in units of 32 bytes. Each underrun raises it, up to a whole frame.
    private const int ThresholdShift = 16;
    private const int FirstThreshold = 8;
    private const int ThresholdStep = 8;
    private const int LastThreshold = 48;

    private int threshold = FirstThreshold;
    private int oldest;
    private int busy;

    /// <summary>All slots are the driver's, and the first is next. The transmitter must have just been switched on.</summary>
    internal void Start()
    {
        // TODO 17.3: Send through the chip's four slots, which it takes in turn. Start says where
        // each slot's frame is; none is busy. TrySend copies a frame into the next slot, fills a
        // short one up to 60 bytes with zeros, and writes its length, which sends it; if all four
        // are the chip's it answers false and waits for nothing. Reclaim takes slots back in turn
        // whose frames have left or were given up, counts both, and calls Recover for the latter.
        Unwritten.Task("17.3");
    }

    /// <summary>Sends a frame of at most <see cref="FrameList.LongestFrame"/> bytes.</summary>
    /// <returns>False if all slots are the chip's.</returns>
    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        // TODO 17.3 (continued): a slot, the frame in it, padded, and its length
        return Unwritten.Task<bool>("17.3");
    }

    /// <summary>Takes slots back whose frames have left or were given up.</summary>
    internal void Reclaim()
    {
        // TODO 17.3 (continued): in turn, up to the first that is not done
        Unwritten.Task("17.3");
    }

    /// <summary>A frame was given up: makes that rarer, and lets the chip go on.</summary>
    private void Recover(SlotStatus status)
    {
        // TODO 17.5: Go on after what went wrong. When the ring has been read an overflow is
        // acknowledged and unmasked. After an underrun the chip waits for more of a frame before it
        // sends, up to LastThreshold; after an abort it is told to go on. Each cause of an
        // interrupt is counted, and each restart; an error of the bus starts the whole card anew,
        // and a chip that is gone stays gone. RestartReceiver and RestartSender switch one part off
        // and on, and leave the other alone.
        Unwritten.Task("17.5");
    }
}
