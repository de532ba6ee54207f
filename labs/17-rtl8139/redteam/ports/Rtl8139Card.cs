using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>Writes to the second serial port, on which the trace is.</summary>
internal sealed class Rtl8139Card : NetworkCard
{
    internal const int TransmitMemory = Transmitter.Slots * Transmitter.SlotSize;

    private readonly Registers registers;
    private readonly ReceiveRing ring;
    private readonly Transmitter transmitter;
    private readonly Interrupts interrupts;

    internal Rtl8139Card(Registers registers, DeviceMemory ringMemory, DeviceMemory slotMemory)
    {
        this.registers = registers;
        ring = new ReceiveRing(registers, ringMemory);
        transmitter = new Transmitter(registers, slotMemory, Counters);
        interrupts = new Interrupts(registers);
    }

    internal override string Name => "rtl8139";

    internal override ulong MacAddress => 0x5634_1200_5452;

    internal bool TryStart()
    {
        bool isDone = Reset.TryRun(registers);
        ring.Start();
        transmitter.Start();
        interrupts.Start();
        return isDone;
    }

    internal override bool TryReceive(Span<byte> into, out int length) => ring.Take(into, out length) == Reception.Frame;

    internal override bool TrySend(ReadOnlySpan<byte> frame) => transmitter.TrySend(frame);

    internal override void RestartSender() => Counters.Restarts++;

    internal override bool Acknowledge() => interrupts.TryTake(out _, out _);

    internal override void UpdateCounters() => transmitter.Reclaim();
}
