using System;
using System.Runtime;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Inspect;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Boot;

/// <summary>The boot, in order.</summary>
internal static unsafe class Kernel
{
    [RuntimeExport("kernel_main")]
    private static void Main(ulong startInformation)
    {
        Console.Initialize(); // first, so that everything after it can be reported
        DescriptorTables.Load(); // segments, and a stack for faults
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
        ulong rate = IntervalTimer.MeasureTimeStampRate();
        Console.WriteLine($"Time stamp counter: {rate / 1_000_000} MHz");
        IntervalTimer.Start();
        InterruptController.Unmask(IntervalTimer.Line);
        Processor.EnableInterrupts(); // last: everything that a tick touches is there
        if (Trace.IsOn(Subsystem.Boot))
            Trace.Event("boot.ready").Number("frames", Frames.Available).End();
        Finish();
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

    /// <summary>With <c>poweroff</c> on the command line the machine ends here; otherwise a person ends it by a key.</summary>
    private static void Finish()
    {
        if (!CommandLine.Has(BootInformation.CommandLine, "poweroff"u8))
        {
            Console.WriteLine("Press q to power off.");
            while (!Console.TryRead(out byte key) || (key | 0x20) != 'q')
                Processor.WaitForInterrupt();
        }

        Console.WriteLine("Powering off.");
        Checkpoint.End(0);
        PowerOff.Leave(PowerOff.Success);
        Processor.Stop();
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
