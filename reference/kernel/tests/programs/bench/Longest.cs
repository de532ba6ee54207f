using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// The longest calls. Interrupts are off from a call's entry to its return and at no other time but during a tick or a step of the reaper, so the
/// longest of these is the longest stretch with interrupts off.
/// </summary>
internal static unsafe class Longest
{
    private const int LargePages = 4095; // beside the page of code: the most that exec fills
    private const int PagesInTable = 512;
    private const int ChunkTables = 510;
    private const int MountCapacity = 1023;
    private const int Paths = 1000;
    private const int LongestPath = 249;

    /// <summary>mov eax, 18; or rdi, -1; syscall: sleeps until it is killed.</summary>
    private static ReadOnlySpan<byte> Sleep => [0xB8, 18, 0, 0, 0, 0x48, 0x83, 0xCF, 0xFF, 0x0F, 0x05];

    internal static void Run()
    {
        DebugWrite();
        Consecutive();
        SparseChunk();
        ReceiveAny();
        LargeProgram();
        KillCrowd();
        ManyProcesses();
        ManyMounts();
    }

    private static void DebugWrite()
    {
        byte[] text = new byte[SystemCall.LongestDebugText];
        for (int i = 0; i < text.Length; i++)
            text[i] = i % 64 == 63 ? (byte)'\n' : (byte)'.';
        fixed (byte* pointer = text)
            Time("longest-debug-write", new() { Rax = (ulong)SystemCallNumber.DebugWrite, Rdi = (ulong)pointer, Rsi = (ulong)text.Length });
    }

    private static void Consecutive() =>
        Time("longest-malloc-4096", new() { Rax = (ulong)SystemCallNumber.AllocateMemory, Rdi = 4096, Rsi = ulong.MaxValue });

    /// <summary>1 GiB with a page in each 2 MiB: the most tables for the fewest frames.</summary>
    private static void SparseChunk()
    {
        Expect.Done(SystemCall.TryAllocate(ChunkTables * PagesInTable, out MemoryChunk chunk, out Error error), error);
        for (ulong i = 0; i < ChunkTables; i++)
            *(byte*)(chunk.Address + (i * PagesInTable * SystemCall.PageSize)) = 1;
        Time("longest-free-1-gib", new() { Rax = (ulong)SystemCallNumber.FreeMemory, Rdi = chunk.Address });
    }

    private static void ReceiveAny()
    {
        Handle* handles = stackalloc Handle[32];
        for (int i = 0; i < 32; i++)
            Expect.Done(SystemCall.TryNewRendezvous(out handles[i], out _, out Error error), error);
        Time("longest-receive-any-32", new() { Rax = (ulong)SystemCallNumber.ReceiveAny, Rdi = (ulong)handles, Rsi = 32 }, expected: Error.TimedOut);
    }

    private static void LargeProgram()
    {
        int size = TinyProgram.FileSize(LargePages);
        Expect.Done(SystemCall.TryAllocate((ulong)size / SystemCall.PageSize, out MemoryChunk chunk, out Error error), error);
        TinyProgram.Write(chunk.Bytes(size), Sleep, LargePages);
        for (int i = SystemCall.PageSize; i < size; i += SystemCall.PageSize)
            chunk.Bytes(size)[i] = 1;
        SystemCall.TryNewRendezvous(out Handle input, out _, out _);
        SystemCall.TryNewRendezvous(out Handle output, out _, out _);
        ulong start = Clock.TimeStamp;
        Expect.Done(SystemCall.TryExec(chunk.Bytes(size), input, output, default, ExecFlags.ReturnHandle, out _, out Handle process, out error), error);
        Program.Report("longest-exec-16-mib", Clock.TimeStamp - start, 1);
        SystemCall.TryFree(chunk, out _);
        End("longest-kill-16-mib", process);
    }

    private static void KillCrowd()
    {
        Child crowd = Programs.Start(Programs.Own, new ProcessParameters().Arguments("crowded", "crowded"));
        Expect.Done(SystemCall.TryReceive(crowd.Output, out _, out Error error), error);
        End("longest-kill-512-threads-1024-handles", crowd.Process.Handle);
    }

    private static void ManyProcesses()
    {
        byte[] image = TinyProgram.Make(Sleep);
        var children = new Handle[256];
        int count = 0;
        SystemCall.TryNewRendezvous(out Handle keep, out Handle other, out _);
        while (true)
        {
            SystemCall.TryCopy(keep, out Handle input, out _);
            SystemCall.TryCopy(other, out Handle output, out _);
            if (!SystemCall.TryExec(image, input, output, default, ExecFlags.ReturnHandle, out _, out children[count], out _))
                break;
            count++;
        }

        SystemCall.Yield();
        byte[] buffer = new byte[64 * 257];
        fixed (byte* pointer = buffer)
            Time("longest-statistics", new() { Rax = (ulong)SystemCallNumber.Statistics, Rdi = (ulong)pointer, Rsi = (ulong)buffer.Length });
        for (int i = 0; i < count; i++)
            SystemCall.TryKill(children[i], 0, out _);
        Program.Report("longest-statistics-processes", (ulong)count + 1, 1);
    }

    /// <summary>A mount table as full as it gets, with paths of one length that differ late; and one of which there is room for a copy.</summary>
    private static void ManyMounts()
    {
        byte[] path = new byte[LongestPath];
        path.AsSpan().Fill((byte)'m');
        Expect.Done(SystemCall.TryNewRendezvous(out Handle kept, out _, out Error error), error);
        int mounts = 0;
        for (; mounts < MountCapacity / 2; mounts++)
            Mount(path, mounts, kept);
        CopyMounts();
        for (; mounts < Paths; mounts++)
            Mount(path, mounts, kept);
        Time("longest-list-mounts", new() { Rax = (ulong)SystemCallNumber.ListMounts });
        fixed (byte* pointer = path)
            Time("longest-open", new() { Rax = (ulong)SystemCallNumber.Open, Rdi = (ulong)pointer, Rsi = LongestPath });
    }

    private static void Mount(byte[] path, int number, Handle kept)
    {
        for (int digit = 1; digit <= 4; digit++)
        {
            path[^digit] = (byte)('a' + (number & 15));
            number >>= 4;
        }

        SystemCall.TryCopy(kept, out Handle mounted, out _);
        Expect.Done(SystemCall.TryMount(mounted, path, out Error error), error);
    }

    private static void CopyMounts()
    {
        SystemCall.TryNewRendezvous(out Handle input, out Handle output, out _);
        ulong start = Clock.TimeStamp;
        Expect.Done(
            SystemCall.TryExec(TinyProgram.Make(Sleep), input, output, "C"u8, ExecFlags.ReturnHandle, out _, out Handle process, out Error error), error);
        Program.Report("longest-exec-copy-mounts", Clock.TimeStamp - start, 1);
        SystemCall.TryKill(process, 0, out _);
    }

    /// <summary>Kills a process, and waits until nothing is left of it.</summary>
    private static void End(string name, Handle process)
    {
        Time(name, new() { Rax = (ulong)SystemCallNumber.Kill, Rdi = process.Number });
        Expect.Done(SystemCall.TryWait(process, SystemCall.Forever, out _, out Error error), error);
        SystemCall.TryClose(process, out _);
    }

    private static void Time(string name, SystemCallRegisters call, Error expected = Error.None)
    {
        ulong instructions = Measure.Calls([call], 1, out Error error);
        Expect.Equal((ulong)error, (ulong)expected);
        Program.Report(name, instructions, 1);
    }
}
