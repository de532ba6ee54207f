using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>Makes memory out of nothing.</summary>
internal sealed class Transmitter(Registers registers, DeviceMemory memory, CardCounters counters)
{
    internal const int Slots = 4;
    internal const int SlotSize = 1536;

    internal void Start()
    {
        default(DeviceMemory).Bytes.Fill(65);
        registers.WriteSlotStart(0, memory.PhysicalAddress);
    }

    internal bool TrySend(ReadOnlySpan<byte> frame)
    {
        return !frame.IsEmpty;
    }

    internal void Reclaim() => counters.Sent++;
}
