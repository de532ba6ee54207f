using System.Runtime;
using Merriwig.Auditing;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Inspect;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Syscalls;
using Merriwig.Tasks;
using Merriwig.Tracing;
using Merriwig.Vfs;

namespace Merriwig.Boot;

/// <summary>The boot, in order.</summary>
internal static unsafe class Kernel
{
    [RuntimeExport("kernel_main")]
    private static void Main(ulong startInformation)
    {
        Console.Initialize(); // first, so that everything after it can be reported
        DescriptorTables.Load(); // segments, and places for the registers of whoever is interrupted
        InterruptTable.Load(); // from here on an exception is reported
        if (!BootInformation.TryRead(startInformation))
            Panic.Because("no boot information: start this kernel by PVH, for instance with QEMU's -kernel");
        Trace.Enable(CommandLine.ValueOf(BootInformation.CommandLine, "trace"u8));
        InspectionTable.Clear();
        Console.WriteLine("Merriwig, the kernel of EuraliOS");
        ReserveBootMemory(); // the image, the boot module and what the firmware uses
        InitializeFrames(); // every frame of memory
        InterruptController.Initialize(InterruptTable.FirstLine);
        LocalInterruptController.PassLegacyInterrupts(PhysicalWindow.At(LocalInterruptController.Registers));
        InitializeTables(); // threads, processes, rendezvous, mounts: everything of fixed size
        StartAudit(); // only if it is asked for
        SystemCallEntry.Initialize();
        (ulong module, ulong length) = BootInformation.Module;
        FirstProcess.Start(module, length); // scheduled, but nothing runs yet
        IntervalTimer.Start();
        InterruptController.Unmask(IntervalTimer.Line);
        if (Trace.IsOn(Subsystem.Boot))
            Trace.Event("boot.ready").Number("frames", Frames.Available).End();
        Scheduler.Preempt(ref Dispatcher.Schedule); // from the idle thread, which stands for the boot, to init
        ContextFrames.Resume(Dispatcher.Resume()); // interrupts are on from here; the boot's stack is the kernel's
    }

    private static void ReserveBootMemory()
    {
        ref MemoryMap memory = ref BootInformation.Memory;
        for (int i = 0; i < memory.Count; i++)
            Console.WriteLine($"MEM [0x{memory[i].Start:x14}-0x{memory[i].End:x14}] {NameOf(memory[i].Kind)}");
        Console.WriteLine($"Memory size: {memory.UsableBytes / 1024} KB");

        // The first MiB holds the firmware's data and what the loader passed on.
        (ulong module, ulong length) = BootInformation.Module;
        if (!memory.TryReserve(0, 1 << 20) || !memory.TryReserve(Image.Start(), Image.End()) || !memory.TryReserve(module, module + length))
            Panic.Because("the memory map has too many regions");
    }

    private static void InitializeFrames()
    {
        if (!Frames.TryInitialize(BootInformation.Memory))
            Panic.Because("no memory for the frame allocator");
        Console.WriteLine($"Frames: {Frames.Count} Levels: {(ulong)Frames.Levels} Reserved frames: {Frames.Reserved} Available: {Frames.Available}");
    }

    private static void InitializeTables()
    {
        ulong rate = IntervalTimer.MeasureTimeStamps();
        Console.WriteLine($"Time stamp counter: {rate * IntervalTimer.InputClock / 1_000_000} MHz");
        AddressSpace.Initialize();
        if (!OnDemandMemory.TryInitialize()
            || !Clock.TryInitialize(rate)
            || !Threads.TryInitialize()
            || !Dispatcher.TryInitialize()
            || !Deadlines.TryInitialize()
            || !Threads.TryCreateIdle()
            || !Reaper.TryCreate(&ProcessEnd.Continue)
            || !Processes.TryInitialize()
            || !RendezvousTable.TryInitialize()
            || !MountTables.TryInitialize())
            Panic.Because("no memory for the kernel's tables");
    }

    private static void StartAudit()
    {
        uint interval = CommandLine.NumberOf(BootInformation.CommandLine, "audit"u8);
        if (interval != 0 && !Audit.TryStart(interval, &Panic.Because))
            Panic.Because("no memory for audits");
    }

    private static string NameOf(RegionKind kind) => kind switch
    {
        RegionKind.Usable => "Usable",
        RegionKind.AcpiReclaimable => "AcpiReclaimable",
        RegionKind.AcpiStorage => "AcpiStorage",
        RegionKind.Unusable => "Unusable",
        _ => "Reserved",
    };
}
