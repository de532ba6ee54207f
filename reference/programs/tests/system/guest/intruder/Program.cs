using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Tries to get further than a user may, and says of each attempt what came of it: <c>intruder.held NAME</c> or <c>intruder.through NAME</c>.</summary>
internal static class Program
{
    private const int MostHandles = 16;
    private const ulong Moment = 20_000;

    private static readonly string[] Secrets =
    [
        "/ramdisk/etc/users", "/ramdisk/root", "/ramdisk/bin/shell", "/ramdisk/user", "/pci", "/dev/power", "/dev/nic", "/dev/stderr", "/tcp", "/",
        "/ramdisk/../etc/users", "/ramdisk/../../ramdisk/etc/users", "/bin/../etc/users", "../etc/users", "/bin/../../pci", "//ramdisk//..//etc/users",
    ];

    private static int Main(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            // Ports need a right: this ends the process.
            Ports.Write8(0xF4, 0x10);
            Console.WriteLine("intruder.through ports");
            return 0;
        }

        TryPaths();
        TryPrograms();
        TryRawPaths();
        TryMounts();
        TryPowerOff();
        TryGarbage();
        Console.WriteLine("intruder.end");
        return 0;
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

    /// <summary>One's own view may be changed; nobody else's is.</summary>
    private static void TryMounts()
    {
        SystemCall.TryUnmount("/bin"u8, out _);
        if (SystemCall.TryNewRendezvous(out Handle mine, out Handle mounted, out _))
            SystemCall.TryMount(mounted, "/bin"u8, out _);
        Held("a mount gives nothing", !FileSystem.TryOpen("/pci", OpenFlags.Read, out _, out _, out _));
        SystemCall.TryUnmount("/bin"u8, out _);
        SystemCall.TryClose(mine, out _);
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
            Held($"interrupt line {line}", !SystemCall.TryAwaitInterrupt(line, out _));
        for (uint process = 0; process < 2 * MostHandles; process++)
            SystemCall.TryKill(new Handle(process), 1, out _);
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

    private static bool IsDone(Handle server, ulong tag, string text)
    {
        byte[] bytes = Text.ToUtf8(text);
        if (!MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out _))
            return true;
        var question = new Message(tag, (ulong)bytes.Length, chunk);
        bool isDone = RemoteCall.TryCall(server, ref question, out Message answer, out _);
        answer.Release();
        return isDone;
    }

    private static void Held(string what, bool isHeld) => Console.WriteLine($"intruder.{(isHeld ? "held" : "through")} {what}");
}
