using System;
using Merriwig.Inspect;

namespace Merriwig.Ipc;

/// <summary>Makes a table of rendezvous readable from outside. The table must stay where it is.</summary>
internal static unsafe class RendezvousInspection
{
    /// <summary>Publishes the table as it lies in memory.</summary>
    internal static void Publish(Span<Rendezvous> table)
    {
        fixed (Rendezvous* first = &table[0])
            InspectionTable.Publish(RegionType.RendezvousTable, 1, 0, first, (ulong)table.Length * (ulong)sizeof(Rendezvous));
    }
}
