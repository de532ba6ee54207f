using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>Reads and writes far outside of its memory.</summary>
internal sealed class Transmitter(Registers registers, DeviceMemory memory, CardCounters counters)
{
    internal const int Slots = 4;
    internal const int SlotSize = 1536;

    internal void Start()
    {
        memory.Slice(0, 1 << 20).Clear();
        registers.WriteSlotStart(0, 0);
    }

    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        return !frame.IsEmpty;
    }

    internal void Reclaim() => counters.Sent++;
}
