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
        #region Solution 17.3: the slots' places, and none is busy
        registers.WriteTransmitConfiguration(Configuration);
        for (int slot = 0; slot < Slots; slot++)
            registers.WriteSlotStart(slot, memory.PhysicalAddress + (uint)(slot * SlotSize));
        counters.SendErrors += (ulong)busy;
        oldest = 0;
        busy = 0;
        #endregion
    }

    /// <summary>Sends a frame of at most <see cref="FrameList.LongestFrame"/> bytes.</summary>
    /// <returns>False if all slots are the chip's.</returns>
    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        #region Solution 17.3: a slot, the frame in it, padded, and its length
        if (busy == Slots)
            Reclaim();
        if (busy == Slots)
            return false;
        int slot = (oldest + busy) % Slots;
        Span<byte> bytes = memory.Slice(slot * SlotSize, SlotSize);
        frame.CopyTo(bytes);
        int length = frame.Length;
        if (length < NetworkCard.ShortestOnWire)
        {
            bytes.Slice(length, NetworkCard.ShortestOnWire - length).Clear();
            length = NetworkCard.ShortestOnWire;
        }

        busy++;
        registers.WriteSlot(slot, (uint)(threshold << ThresholdShift | length));
        return true;
        #endregion
    }

    /// <summary>Takes slots back whose frames have left or were given up.</summary>
    internal void Reclaim()
    {
        #region Solution 17.3: in turn, up to the first that is not done
        for (; busy > 0; busy--)
        {
            SlotStatus status = registers.ReadSlot(oldest);
            if ((status & IsDone) == 0)
                return;
            if ((status & SlotStatus.IsSent) != 0)
            {
                counters.Sent++;
                counters.SentBytes += (ulong)(status & SlotStatus.LengthMask);
            }
            else
            {
                counters.SendErrors++;
                Recover(status);
            }

            oldest = (oldest + 1) % Slots;
        }
        #endregion
    }

    /// <summary>A frame was given up: makes that rarer, and lets the chip go on.</summary>
    private void Recover(SlotStatus status)
    {
        #region Solution 17.5: a later start after an underrun, a new one after an abort
        if ((status & SlotStatus.Underrun) != 0)
            threshold = Math.Min(threshold + ThresholdStep, LastThreshold);

        // After an abort the chip stands until it is told to go on.
        if ((status & SlotStatus.Aborted) != 0)
            registers.WriteTransmitConfiguration(Configuration | ClearAbort);
        #endregion
    }
}
