using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>Instructions that C# has no words for. Their machine code is <c>reference/sdk/assembly/ProcessorStubs.cs</c>.</summary>
internal static unsafe class Processor
{
    /// <summary>HLT with interrupts as they are.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_halt")]
    internal static extern void Halt();

    /// <summary>STI and HLT, with nothing in between: no wake-up is lost.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_wait_for_interrupt")]
    internal static extern void WaitForInterrupt();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_enable_interrupts")]
    internal static extern void EnableInterrupts();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_disable_interrupts")]
    internal static extern void DisableInterrupts();

    /// <summary>The time stamp counter. Under <c>-icount shift=0</c> it counts instructions.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_read_tsc")]
    internal static extern ulong ReadTimeStamp();

    /// <summary>CR2: the address that the last page fault was about.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_read_cr2")]
    internal static extern ulong ReadFaultAddress();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_load_gdt")]
    internal static extern void LoadGdt(TablePointer* table, ulong codeSelector, ulong dataSelector);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_load_idt")]
    internal static extern void LoadIdt(TablePointer* table);

    /// <summary>LTR; and no local descriptor table.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_load_task_register")]
    internal static extern void LoadTaskRegister(ushort selector);

    /// <summary>CR3: the physical address of the page table root that is in use.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_read_cr3")]
    internal static extern ulong ReadPageTableRoot();

    /// <summary>Uses another page table root; what the processor remembers of the last one's lower half is gone.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_write_cr3")]
    internal static extern void WritePageTableRoot(ulong physical);

    /// <summary>INVLPG: the processor forgets what it remembers of one page.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_invalidate_page")]
    internal static extern void InvalidatePage(ulong address);

    /// <summary>WRMSR.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_write_msr")]
    internal static extern void WriteModelSpecific(uint register, ulong value);

    /// <summary>A kernel thread's way to give the processor up: <see cref="InterruptTable.KernelCall"/>.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_enter_kernel")]
    internal static extern void EnterKernel();

    /// <summary>Halts for good.</summary>
    internal static void Stop()
    {
        DisableInterrupts();
        while (true)
            Halt();
    }
}
