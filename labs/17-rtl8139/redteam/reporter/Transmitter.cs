using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>Reports itself what the cases report.</summary>
internal sealed class Transmitter(Registers registers, DeviceMemory memory, CardCounters counters)
{
    internal const int Slots = 4;
    internal const int SlotSize = 1536;

    internal void Start()
    {
        registers.WriteSlotStart(0, memory.PhysicalAddress);
    }

    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        return !frame.IsEmpty;
    }

    internal void Reclaim() => counters.Sent++;
}
