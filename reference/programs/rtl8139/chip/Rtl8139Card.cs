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
        #region Solution 17.1: reset, address, filter, both parts on, and then what each is told
        if (!Reset.TryRun(registers))
            return false;
        macAddress = 0;
        for (int octet = 0; octet < 6; octet++)
            macAddress |= (ulong)registers.ReadAddress(octet) << (8 * octet);
        registers.WriteMulticastFilter(AllGroups);

        // The chip takes configurations only while the part is on that they are for.
        registers.WriteCommand(Commands.EnableReceiver | Commands.EnableTransmitter);
        ring.Start();
        transmitter.Start();
        interrupts.Start();
        return true;
        #endregion
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
        #region Solution 17.5: the sender off and on, and the slots from the first
        Counters.Restarts++;
        registers.WriteCommand(Commands.EnableReceiver);
        registers.WriteCommand(Commands.EnableReceiver | Commands.EnableTransmitter);
        transmitter.Start();
        #endregion
    }

    internal override bool Acknowledge()
    {
        #region Solution 17.5: what each cause asks for
        if (!interrupts.TryTake(out Causes causes, out bool isGone))
        {
            IsGone |= isGone;
            return false;
        }

        Counters.Interrupts++;
        if ((causes & Causes.SystemError) != 0)
        {
            Counters.Restarts++;
            IsGone |= !TryStart();
            return true;
        }

        if ((causes & (Causes.Transmitted | Causes.TransmitError)) != 0)
            transmitter.Reclaim();
        if ((causes & Causes.LinkChange) != 0)
            Counters.LinkChanges++;
        if ((causes & Causes.ReceiveError) != 0)
            Counters.ReceiveErrors++;
        if ((causes & Interrupts.Overflows) != 0)
        {
            Counters.Overflows++;
            CountMissed();
        }

        return true;
        #endregion
    }

    internal override void UpdateCounters()
    {
        transmitter.Reclaim();
        CountMissed();
    }

    /// <summary>What is in the ring is lost.</summary>
    private void RestartReceiver()
    {
        #region Solution 17.5: the receiver off and on, and the ring from its beginning
        Counters.Restarts++;
        registers.WriteCommand(Commands.EnableTransmitter);
        registers.WriteCommand(Commands.EnableReceiver | Commands.EnableTransmitter);
        ring.Start();
        #endregion
    }

    private void CountMissed()
    {
        Counters.Missed += registers.ReadMissed();
        registers.ClearMissed();
    }
}
