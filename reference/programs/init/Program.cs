using System;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>
/// The first process, called Hyacinth: it starts all others. The kernel gives it every right there is, the archive of programs and the screen's memory. It
/// stays to begin sessions, to take in what the system's programs report, and to end the system.
/// </summary>
internal static class Program
{
    private static int Main()
    {
        if (!TryTake(Handle.StandardInput, Tags.BootArchive, out Message archive) || !TryTake(Handle.StandardOutput, Tags.VideoMemory, out Message screen))
            return Fail("the kernel gave no archive of programs, or no screen");
        archive.Second.IsMemory(out MemoryChunk chunk);
        var files = new Archive(chunk.Bytes((int)archive.First.Value));
        BootVariables.Read(files);
        SingleRun.Read(files);
        if (!SystemService.TryStart(out Error error))
            return Fail($"no thread for reports: {error.Text()}");
        SystemService.Report("[init] Starting EuraliOS...\n");
        if (!Disk.TryStart(archive, out error))
            return Fail($"no disk: {error.Text()}");
        if (!SingleRun.IsWanted)
        {
            Drivers.StartPci();
            Drivers.StartScreen(screen);
            Drivers.StartNetwork();
        }

        Drivers.StartSerial();
        return Power.Serve(out error) ? 0 : Fail($"nobody can end the system: {error.Text()}");
    }

    /// <summary>What the kernel left at a handle.</summary>
    private static bool TryTake(Handle handle, ulong tag, out Message message) =>
        SystemCall.TryReceive(handle, out message, out _) && message.Tag == tag && message.Second.IsMemory(out _);

    private static int Fail(string reason)
    {
        Console.WriteLine($"[init] {reason}");
        return 1;
    }
}
