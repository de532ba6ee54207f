using System;
using System.IO;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Tries to get further than a user may, and says of each attempt what came of it: <c>intruder.held NAME</c> or <c>intruder.through NAME</c>.</summary>
internal static class Program
{
    private const int MostHandles = 16;
    private const ulong Moment = 20_000;
    private const int GeneralProtection = 13;
    private const int MostProcesses = 256;

    private static readonly string[] Secrets =
    [
        "/ramdisk/etc/users", "/ramdisk/root", "/ramdisk/bin/shell", "/ramdisk/user", "/pci", "/dev/power", "/dev/nic", "/dev/stderr", "/tcp", "/",
        "/ramdisk/../etc/users", "/ramdisk/../../ramdisk/etc/users", "/bin/../etc/users", "../etc/users", "/bin/../../pci", "//ramdisk//..//etc/users",
    ];

    private static int rounds = int.MaxValue;
    private static ulong counter;

    private static int Main(string[] arguments)
    {
        switch (arguments.Length == 0 ? "" : arguments[0])
        {
            case "port":
                // The right is missing: this ends the process.
                UsePort(arguments[1]);
                return 0;
            case "loop":
                Loop();
                return 0;
            default:
                TryAll();
                return 0;
        }
    }

    private static void TryAll()
    {
        TryPaths();
        TryPrograms();
        TryRawPaths();
        TryRenames();
        TryPorts();
        TryMounts();
        TryPowerOff();
        TryKills();
        TryGarbage();
        Console.WriteLine("intruder.end");
    }

    /// <summary>Computes, and asks nobody for anything.</summary>
    private static void Loop()
    {
        for (ulong i = 0; Volatile.Read(ref rounds) > 0; i++)
            Volatile.Write(ref counter, i);
    }

    private static void TryPaths()
    {
        foreach (string path in Secrets)
        {
            Held("read " + path, !FileSystem.TryOpen(path, OpenFlags.Read, out _, out _, out _));
            Held("write " + path, path == "/" || !FileSystem.TryOpen(path, OpenFlags.Write, out _, out _, out _));
        }
    }

    /// <summary>/bin is for reading, whatever way it is come by.</summary>
    private static void TryPrograms()
    {
        Held("write a program", !File.TryWriteAllText("/bin/shell", "mine", out _));
        Held("make a program", !File.TryWriteAllText("/bin/mine", "mine", out _));
        Held("delete a program", !File.TryDelete("/bin/shell", out _));
        Held("make a directory", !Directory.TryCreateDirectory("/bin/mine", out _));
        Held("rename a program", !File.TryMove("/bin/shell", "/bin/mine", false, out _));
        if (!FileSystem.TryOpen("/bin", OpenFlags.Read, out Handle programs, out _, out _))
        {
            Held("read /bin", false);
            return;
        }

        for (ulong flags = 1; flags < 8; flags++)
        {
            Held($"open with flags {flags}", !IsDone(programs, Tags.OpenReadOnly + flags, "shell"));
            Held($"open a new file with flags {flags}", !IsDone(programs, Tags.OpenReadOnly + flags, "new"));
        }

        Held("DELETE", !IsDone(programs, Tags.Delete, "shell"));
        Held("MKDIR", !IsDone(programs, Tags.MakeDirectory, "mine"));
        Held("RMDIR", !IsDone(programs, Tags.RemoveDirectory, ""));
        Held("RENAME", !IsDone(programs, Tags.Rename, "shell\0mine"));
        SystemCall.TryClose(programs, out _);
    }

    /// <summary>Paths as they are, which the library would have resolved.</summary>
    private static void TryRawPaths()
    {
        foreach (string mount in new[] { "/ramdisk", "/bin" })
        {
            if (!SystemCall.TryOpen(Text.ToUtf8(mount), out Handle server, out _, out _))
                continue;
            foreach (string path in new[] { "..", "../etc/users", "/../etc/users", "x/../../etc/users", "./../etc", "/ramdisk/etc/users", "etc/users" })
                Held($"OPEN {path} at {mount}", !IsDone(server, Tags.OpenReadOnly, path));
            SystemCall.TryClose(server, out _);
        }
    }

    /// <summary>What is the user's cannot be put elsewhere, and what is elsewhere cannot be had by another name.</summary>
    private static void TryRenames()
    {
        Error error = Error.None;
        Held("make a file", File.TryWriteAllText("/ramdisk/own", "own", out error));
        Refused("rename into /bin", File.TryMove("/ramdisk/own", "/bin/own", true, out error), error, Error.Denied, Error.Parameter);
        Refused("rename out of /bin", File.TryMove("/bin/wc", "/ramdisk/wc", true, out error), error, Error.Denied, Error.Parameter);
        Refused("rename to nowhere", File.TryMove("/ramdisk/own", "/etc/users", true, out error), error, Error.NotFound, Error.Parameter);
        Held("the file is where it was", File.TryReadAllText("/ramdisk/own", out string text, out _) && text == "own");
        if (!SystemCall.TryOpen("/ramdisk"u8, out Handle disk, out _, out _))
            return;

        // The library would not send these.
        foreach (string path in new[] { "../etc/users", "/../etc/users", "x/../../etc/users", "..", "../own", "etc/users", "root/own" })
        {
            Refused($"RENAME own to {path}", IsDone(disk, Tags.Rename, "own\0" + path, out error), error, Error.NotFound, Error.Parameter, Error.Exists);
            Refused($"RENAME {path} to own", IsDone(disk, Tags.Rename, path + "\0own", out error), error, Error.NotFound, Error.Parameter);
        }

        Held("the file is still there", File.TryDelete("/ramdisk/own", out _));
        SystemCall.TryClose(disk, out _);
    }

    /// <summary>I/O ports, in every width: whoever uses one without the right ends by a fault, and the right cannot be passed on.</summary>
    private static void TryPorts()
    {
        if (!File.TryReadAllBytes("/bin/intruder", out byte[] image, out _))
        {
            Held("read the own program", false);
            return;
        }

        foreach (string use in new[] { "read 8", "read 16", "read 32", "write 8", "write 16", "write 32" })
        {
            bool isStarted = TryRun(image, use, false, out ProcessEnd end, out Error error);
            Held($"port {use}", isStarted && end.Reason == EndReason.Fault && end.Vector == GeneralProtection);
            isStarted = TryRun(image, use, true, out end, out error);
            Held($"port {use} with the right", isStarted ? end.Reason == EndReason.Fault && end.Vector == GeneralProtection : error == Error.Denied);
        }
    }

    private static bool TryRun(byte[] image, string use, bool mayAccessPorts, out ProcessEnd end, out Error error)
    {
        end = default;
        ProcessParameters parameters = new ProcessParameters().Arguments("intruder", "port", use);
        return SystemCall.TryCopy(Handle.StandardInput, out Handle input, out error)
            && SystemCall.TryCopy(Handle.StandardOutput, out Handle output, out error)
            && Process.TryExec(image, input, output, parameters, out Process process, out error, mayAccessPorts)
            && process.TryWait(SystemCall.Forever, out end, out error)
            && SystemCall.TryClose(process.Handle, out error);
    }

    private static void UsePort(string use)
    {
        const ushort DebugExit = 0xF4;
        switch (use)
        {
            case "read 8": Ports.Read8(DebugExit); break;
            case "read 16": Ports.Read16(DebugExit); break;
            case "read 32": Ports.Read32(DebugExit); break;
            case "write 8": Ports.Write8(DebugExit, 0x10); break;
            case "write 16": Ports.Write16(DebugExit, 0x10); break;
            default: Ports.Write32(DebugExit, 0x10); break;
        }
    }

    /// <summary>One's own view may be changed; nobody else's is.</summary>
    private static void TryMounts()
    {
        Held("take /bin away from oneself", SystemCall.TryUnmount("/bin"u8, out Error error));
        bool isMounted = SystemCall.TryNewRendezvous(out Handle mine, out Handle mounted, out error)
            && SystemCall.TryMount(mounted, "/bin"u8, out error)
            && SystemCall.TryCopy(mine, out Handle other, out error)
            && SystemCall.TryMount(other, "/pci"u8, out error);
        Held("mount one's own", isMounted);
        Refused("unmount what is not there", SystemCall.TryUnmount("/dev/power"u8, out error), error, Error.NotFound);
        SystemCall.TryUnmount("/pci"u8, out _);
        Refused("a mount gives nothing", FileSystem.TryOpen("/pci", OpenFlags.Read, out _, out _, out error), error, Error.NotFound);

        // The own /bin stays: nobody answers there, and whoever starts the next program must not notice.
    }

    /// <summary>
    /// A process is ended by its handle, which only those have to whom it was given: neither other handles nor numbers of processes lead to one.
    /// </summary>
    private static void TryKills()
    {
        var before = new ProcessStatistics[MostProcesses];
        if (!SystemCall.TryGetStatistics(out SystemStatistics system, before, out _))
        {
            Held("list the processes", false);
            return;
        }

        for (uint number = 0; number < 2 * MostHandles; number++)
            Refused($"kill by handle {number}", SystemCall.TryKill(new Handle(number), 1, out Error error), error, Error.InvalidHandle, Error.Parameter);
        for (int i = 0; i < (int)system.Records; i++)
        {
            var guess = new Handle((uint)before[i].Process);
            Refused($"kill {before[i].Process}", SystemCall.TryKill(guess, 1, out Error error), error, Error.InvalidHandle, Error.Parameter);
        }

        var after = new ProcessStatistics[MostProcesses];
        Held("all are there", SystemCall.TryGetStatistics(out SystemStatistics now, after, out _) && now.Processes >= system.Processes);
    }

    private static void TryPowerOff()
    {
        for (uint number = 0; number < MostHandles; number++)
        {
            var request = new Message(Tags.PowerOff);
            SystemCall.TryReply(new Handle(number), ref request, out _);
            var session = new Message(Tags.Session);
            SystemCall.TryReply(new Handle(number), ref session, out _);
        }

        for (uint line = 0; line < 16; line++)
            Refused($"interrupt line {line}", SystemCall.TryAwaitInterrupt(line, out Error error), error, Error.Denied);
    }

    /// <summary>Messages of every kind to every handle, as questions whose answer nobody waits for.</summary>
    private static void TryGarbage()
    {
        Console.Out.Flush();
        if (SystemCall.TryOpen("/ramdisk"u8, out Handle disk, out _, out _))
        {
            for (ulong tag = 0; tag < 600; tag++)
            {
                Throw(disk, new Message(tag, ulong.MaxValue, ulong.MaxValue));
                if (MemoryChunk.TryCreate("../../etc/users\0\0\xFF"u8, out MemoryChunk chunk, out _))
                    Throw(disk, new Message(tag, 1ul << 40, chunk));
            }
        }

        for (ulong tag = 128; tag < 512; tag++)
            Throw(Handle.StandardOutput, new Message(tag, ulong.MaxValue, ulong.MaxValue));
    }

    private static void Throw(Handle handle, Message message)
    {
        if (!SystemCall.TryReply(handle, ref message, out _))
            message.Release();
        var question = new Message(message.Tag, ulong.MaxValue);
        if (SystemCall.TrySendReceive(handle, ref question, out Message reply, out _))
            reply.Release();
        else
            SystemCall.Sleep(Moment / 1_000);
    }

    private static bool IsDone(Handle server, ulong tag, string text) => IsDone(server, tag, text, out _);

    private static bool IsDone(Handle server, ulong tag, string text, out Error error)
    {
        byte[] bytes = Text.ToUtf8(text);
        if (!MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out error))
            return true;
        var question = new Message(tag, (ulong)bytes.Length, chunk);
        bool isDone = RemoteCall.TryCall(server, ref question, out Message answer, out error);
        answer.Release();
        return isDone;
    }

    /// <summary>An attempt must fail, and for a reason that says so.</summary>
    private static void Refused(string what, bool isDone, Error error, params Error[] reasons)
    {
        bool isHeld = !isDone && Array.IndexOf(reasons, error) >= 0;
        Held(isDone || isHeld ? what : $"{what}: {error.Text()}", isHeld);
    }

    private static void Held(string what, bool isHeld) => Console.WriteLine($"intruder.{(isHeld ? "held" : "through")} {what}");
}
