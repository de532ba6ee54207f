using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>
/// A disk in memory, served on standard input: whoever starts it mounts the other end. The first message there may be the boot archive; its programs
/// are then files in <c>bin</c>.
/// </summary>
internal static class Program
{
    private const ulong DefaultMegabytes = 64;
    private const ulong MostMegabytes = 512;

    private static int Main(string[] args)
    {
        ulong megabytes = DefaultMegabytes;
        Log? log = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--verbose")
            {
                log = new Log();
            }
            else if (args[i] != "--size" || ++i == args.Length || !TryParse(args[i], out megabytes))
            {
                Console.Error.WriteLine("Usage: ramdisk [--verbose] [--size MEGABYTES]");
                return 1;
            }
        }

        if (log is not null)
            Console.WriteLine("[ramdisk] Starting ramdisk");
        var disk = new Disk(megabytes << 20);
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message first, out _))
            return 0;

        // The archive's memory is kept for as long as the program runs.
        bool isArchive = first.Tag == Tags.BootArchive && first.TryGetBytes(out _);
        ReadOnlySpan<byte> archive = default;
        if (isArchive)
            first.TryGetBytes(out archive);
        Server.Serve(Tree.Make(disk, archive), Handle.StandardInput, mayWrite: true, log, isArchive ? null : first);
        return 0;
    }

    private static bool TryParse(string text, out ulong megabytes)
    {
        megabytes = 0;
        foreach (char digit in text)
        {
            if (!char.IsAsciiDigit(digit) || megabytes > MostMegabytes)
                return false;
            megabytes = (megabytes * 10) + digit - '0';
        }

        return megabytes is > 0 and <= MostMegabytes;
    }
}
