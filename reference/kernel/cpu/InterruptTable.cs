using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>
/// The interrupt descriptor table: every exception, every line of the two 8259s and two software interrupts have an entry; vectors above are
/// absent and raise a general protection fault. All entries are interrupt gates, so handlers run with interrupts off.
/// </summary>
internal static unsafe class InterruptTable
{
    /// <summary>Entries in use: 32 exceptions, 16 lines, two software interrupts.</summary>
    internal const int Vectors = 50;

    /// <summary>The vector of line 0.</summary>
    internal const int FirstLine = 32;

    /// <summary>The vector by which a kernel thread gives the processor up.</summary>
    internal const int KernelCall = 48;

    /// <summary>The vector by which a program says that a check of its own code failed.</summary>
    internal const int FailedCheck = 49;

    private const int Breakpoint = 3;
    private const int Overflow = 4;

    private const int EntrySize = 16;

    private static Table table;

    /// <summary>Fills the table in and loads it.</summary>
    internal static void Load()
    {
        fixed (Table* gates = &table)
        {
            for (int vector = 0; vector < Vectors; vector++)
            {
                // What may come in the middle of anything must not meet a context that is in use.
                byte stack = IsMachines((ulong)vector) ? DescriptorTables.FaultStack : DescriptorTables.ContextStack;
                bool forPrograms = vector is Breakpoint or Overflow or FailedCheck;
                ulong entry = EntriesAddress() + ((ulong)vector * EntrySize);

                // A present 64-bit interrupt gate, for INT from ring 3 or not (SDM volume 3, 6.14.1).
                gates->Words[2 * vector] = (entry & 0xFFFF)
                    | ((ulong)DescriptorTables.KernelCode << 16)
                    | ((ulong)stack << 32)
                    | ((forPrograms ? 0xEEul : 0x8Eul) << 40)
                    | ((entry >> 16 & 0xFFFF) << 48);
                gates->Words[(2 * vector) + 1] = entry >> 32;
            }

            TablePointer pointer;
            pointer.Limit = (ushort)(sizeof(Table) - 1);
            pointer.Address = (ulong)gates;
            Processor.LoadIdt(&pointer);
        }
    }

    /// <summary>Whether a vector is not about the code that was running: a non-maskable interrupt, a double fault, a machine check.</summary>
    internal static bool IsMachines(ulong vector) => vector is 2 or 8 or 18;

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_interrupt_entries")]
    private static extern ulong EntriesAddress();

    private struct Table
    {
        internal fixed ulong Words[Vectors * 2];
    }
}
