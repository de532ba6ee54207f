using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>An RTL8139, from reset to frames. Nothing here waits but for the reset, and that not for long; nothing is allocated once it has started.</summary>
internal sealed class Rtl8139Card : NetworkCard
{
    /// <summary>How much memory the slots need.</summary>
    internal const int TransmitMemory = Transmitter.Slots * Transmitter.SlotSize;

    // In one step: what the longest ring may hold, so that a chip that finds nonsense for ever holds nobody up.
    private const int MostSkipped = ReceiveRing.LongestRing / 8;

    private const ulong AllGroups = ulong.MaxValue;

    private readonly Registers registers;
    private readonly ReceiveRing ring;
    private readonly Transmitter transmitter;
    private readonly Interrupts interrupts;
    private ulong macAddress;

    /// <summary>The card at some ports.</summary>
    /// <param name="registers">Its registers.</param>
    /// <param name="ringMemory">A ring's length, and <see cref="ReceiveRing.Slack"/>.</param>
    /// <param name="slotMemory"><see cref="TransmitMemory"/>.</param>
    internal Rtl8139Card(Registers registers, DeviceMemory ringMemory, DeviceMemory slotMemory)
    {
        this.registers = registers;
        ring = new ReceiveRing(registers, ringMemory);
        transmitter = new Transmitter(registers, slotMemory, Counters);
        interrupts = new Interrupts(registers);
    }

    internal override string Name => "rtl8139";

    internal override ulong MacAddress => macAddress;

    /// <summary>Resets the chip and lets it receive, transmit and interrupt.</summary>
    /// <returns>False if it does not do as it is told.</returns>
    internal bool TryStart()
    {
        // TODO 17.1: Bring the chip up. Wake it, give it the command to reset, and ask until it
        // says that it is done, but at most MostReads times. Then read the six octets of its
        // address, let the frames of all groups in, switch receiver and transmitter on, and only
        // then start the ring, the transmitter and the interrupts. A card whose reset does not end
        // is not started.
        return Unwritten.Task<bool>("17.1");
    }

    internal override bool TryReceive(Span<byte> into, out int length)
    {
        for (int i = 0; i < MostSkipped; i++)
        {
            switch (ring.Take(into, out length))
            {
                case Reception.Frame:
                    Counters.Received++;
                    Counters.ReceivedBytes += (ulong)length;
                    return true;
                case Reception.Empty:
                    interrupts.RingIsEmpty();
                    return false;
                case Reception.Skipped:
                    Counters.ReceiveErrors++;
                    break;
                case Reception.Broken:
                    Counters.ReceiveErrors++;
                    RestartReceiver();
                    break;
            }
        }

        length = 0;
        return false;
    }

    internal override bool TrySend(ReadOnlySpan<byte> frame) => !IsGone && transmitter.TrySend(frame);

    internal override void RestartSender()
    {
        // TODO 17.5: Go on after what went wrong. When the ring has been read an overflow is
        // acknowledged and unmasked. After an underrun the chip waits for more of a frame before it
        // sends, up to LastThreshold; after an abort it is told to go on. Each cause of an
        // interrupt is counted, and each restart; an error of the bus starts the whole card anew,
        // and a chip that is gone stays gone. RestartReceiver and RestartSender switch one part off
        // and on, and leave the other alone.
        Unwritten.Task("17.5");
    }

    internal override bool Acknowledge()
    {
        // TODO 17.5 (continued): what each cause asks for
        return Unwritten.Task<bool>("17.5");
    }

    internal override void UpdateCounters()
    {
        transmitter.Reclaim();
        CountMissed();
    }

    /// <summary>What is in the ring is lost.</summary>
    private void RestartReceiver()
    {
        // TODO 17.5 (continued): the receiver off and on, and the ring from its beginning
        Unwritten.Task("17.5");
    }

    private void CountMissed()
    {
        Counters.Missed += registers.ReadMissed();
        registers.ClearMissed();
    }
}
