using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>Has the chip write where the driver must not: into other memory.</summary>
internal sealed class Transmitter(Registers registers, DeviceMemory memory, CardCounters counters)
{
    internal const int Slots = 4;
    internal const int SlotSize = 1536;

    internal void Start()
    {
        registers.WriteSlotStart(0, 0x10_0000);
        registers.WriteSlot(0, 1500);
        memory.Bytes.Clear();
    }

    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        return !frame.IsEmpty;
    }

    internal void Reclaim() => counters.Sent++;
}
