using System;
using System.Runtime.InteropServices;
using Merriwig.Abi;
using Merriwig.Devices;
using Merriwig.Inspect;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Syscalls;
using Merriwig.Tasks;
using Merriwig.Vfs;

namespace Merriwig.Boot;

/// <summary>
/// The first process, <c>init</c> of the boot archive: it gets every right there is, the archive on its standard input and the screen's memory on its
/// standard output. When it ends the system does.
/// </summary>
internal static unsafe class FirstProcess
{
    private const ulong VideoMemory = 0xA0000;
    private const ulong VideoMemorySize = 0x20000;

    /// <summary>Starts it.</summary>
    /// <param name="module">Where the archive lies in physical memory.</param>
    /// <param name="length">Its bytes.</param>
    internal static void Start(ulong module, ulong length)
    {
        if (length is 0 or > int.MaxValue)
            Panic.Because("no programs: give the kernel the boot archive, for instance with QEMU's -initrd");
        ReadOnlySpan<byte> archive = MemoryMarshal.CreateReadOnlySpan(ref *(byte*)PhysicalWindow.At(module), (int)length);
        if (!BootArchive.TryFind(archive, "init"u8, out ReadOnlySpan<byte> file))
            Panic.Because("the boot archive has no program called init");
        ErrorCode error = ProcessStart.TryCreate(file, "init"u8, default, out int number);
        if (error != ErrorCode.None)
            Panic.Because(error == ErrorCode.Thread ? "init is not a program" : "no memory for init");
        Process* process = Processes.At(number);
        process->HasPorts = true;
        process->Lines = InterruptLines.ForPrograms;
        ulong pages = ((module % FrameMap.FrameSize) + length + FrameMap.FrameSize - 1) / FrameMap.FrameSize;
        if (!MountTables.TryCreate(out process->Mounts)
            || !TryPost(process, MessageTags.BootArchive, module, pages, length, writable: false)
            || !TryPost(process, MessageTags.VideoMemory, VideoMemory, VideoMemorySize / FrameMap.FrameSize, VideoMemorySize, writable: true))
            Panic.Because("no memory for init");
        ProcessEnd.First = (ushort)number;
        ProcessEnd.Shutdown = &Shutdown;
        ProcessStart.Start(number);
    }

    /// <summary>Gives the process a handle on which a chunk waits that shows some physical memory.</summary>
    private static bool TryPost(Process* process, ulong tag, ulong physical, ulong pages, ulong length, bool writable)
    {
        if (Chunks.CreateBorrowed(ref process->Space, physical & ~0xFFFul, pages, writable, out ulong address) != ErrorCode.None
            || !RendezvousTable.TryCreate(1, out ushort rendezvous))
            return false;
        Chunks.Find(process->Space, address, out PageTableEntry* window);
        Message message = Message.Short(tag, length, Chunks.Take(ref process->Space, window));
        message.SecondKind = ItemKind.Memory;
        Exchange.Send(ref RendezvousTable.At(rendezvous)->Machine, Rendezvous.Nobody, message, out _);
        return HandleTable.TryAdd(process->Handles, rendezvous, out _);
    }

    private static void Shutdown(Process* process)
    {
        if (process->Reason != EndReason.Faulted && process->Status == 0)
        {
            Console.WriteLine("Powering off.");
            Checkpoint.End(0);
            PowerOff.Leave(PowerOff.Success);
            Cpu.Processor.Stop();
        }

        Console.WriteLine($"init ended with status {process->Status}");
        Panic.Because("the first process failed");
    }
}
