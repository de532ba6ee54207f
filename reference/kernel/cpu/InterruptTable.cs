namespace Merriwig.Cpu;

/// <summary>
/// The interrupt descriptor table: every exception and every line of the two 8259s has an entry; vectors above are absent and raise a general
/// protection fault. All entries are interrupt gates, so handlers run with interrupts off.
/// </summary>
internal static unsafe class InterruptTable
{
    /// <summary>Entries in use: 32 exceptions, then 16 lines.</summary>
    internal const int Vectors = 48;

    /// <summary>The vector of line 0.</summary>
    internal const int FirstLine = 32;

    private const int EntrySize = 16;

    private static Table table;

    /// <summary>Fills the table in and loads it.</summary>
    internal static void Load()
    {
        fixed (Table* gates = &table)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                // Faults have a stack of their own: the kernel's may be what is broken.
                byte stack = vector < FirstLine ? DescriptorTables.FaultStack : (byte)0;
                ulong entry = Processor.InterruptEntries() + ((ulong)vector * EntrySize);

                // A present 64-bit interrupt gate for ring 0 (SDM volume 3, 6.14.1).
                gates->Words[2 * vector] = (entry & 0xFFFF)
                    | ((ulong)DescriptorTables.KernelCode << 16)
                    | ((ulong)stack << 32)
                    | (0x8Eul << 40)
                    | ((entry >> 16 & 0xFFFF) << 48);
                gates->Words[(2 * vector) + 1] = entry >> 32;
            }

            TablePointer pointer;
            pointer.Limit = (ushort)(sizeof(Table) - 1);
            pointer.Address = (ulong)gates;
            Processor.LoadIdt(&pointer);
        }
    }

    private struct Table
    {
        internal fixed ulong Words[Vectors * 2];
    }
}
