using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>
/// One program at the serial terminal instead of sessions, for <c>kit run</c>: the archive's file <c>run/command</c> names it, a word a line; if there is
/// <c>run/input</c> that is its standard input. When it ends the system does. Marks on the kernel's console tell the kit where its output begins, and how it
/// ended.
/// </summary>
internal static class SingleRun
{
    private const char Mark = '\u001E';
    private const int PieceSize = 4096;

    private static string[] words = [];
    private static byte[]? input;

    /// <summary>Whether the archive asks for it.</summary>
    internal static bool IsWanted => words.Length > 0;

    /// <summary>Looks into the archive, before that goes to the disk.</summary>
    internal static void Read(Archive archive)
    {
        if (archive.TryFind("run/command"u8, out ReadOnlySpan<byte> command))
            words = Text.FromUtf8(command).Split('\n');
        if (archive.TryFind("run/input"u8, out ReadOnlySpan<byte> contents))
            input = contents.ToArray();
    }

    /// <summary>Runs it in a thread of its own, as a session is run.</summary>
    internal static void Begin(Handle keys, Handle output)
    {
        if (!Thread.TryStart(() => Run(keys, output), out _, out Error error))
            End($"no thread: {error.Text()}");
    }

    private static void Run(Handle keys, Handle output)
    {
        Say("begins");
        if (!TryGetInput(keys, out Handle source, out Error error)
            || !File.TryReadAllBytes("/bin/" + words[0], out byte[] image, out error)
            || !Process.TryExec(image, source, output, Parameters(), out Process process, out error))
        {
            End($"{words[0]}: {error.Text()}");
            return;
        }

        process.TryWait(SystemCall.Forever, out ProcessEnd end, out _);
        End($"{(int)end.Reason} {end.Status}");
    }

    private static ProcessParameters Parameters() =>
        new ProcessParameters().Arguments(words).Environment(["USER=root", "HOME=/ramdisk", "PWD=/ramdisk", "PATH=/bin", .. BootVariables.All]);

    /// <summary>The keys; or a pipe, into which a thread writes what is to be read.</summary>
    private static bool TryGetInput(Handle keys, out Handle source, out Error error)
    {
        source = keys;
        error = Error.None;
        return input is null
            || (SystemCall.TryNewRendezvous(out source, out Handle writer, out error) && Thread.TryStart(() => Feed(writer), out _, out error));
    }

    private static void Feed(Handle writer)
    {
        ReadOnlySpan<byte> rest = input;
        while (!rest.IsEmpty)
        {
            ReadOnlySpan<byte> piece = rest.Slice(0, Math.Min(rest.Length, PieceSize));
            if (!MemoryChunk.TryCreate(piece, out MemoryChunk chunk, out _))
                break;
            var message = new Message(Tags.Write, (ulong)piece.Length, chunk);
            if (!RemoteCall.TryCall(writer, ref message, Tags.Ok, out _, out _))
                break;
            rest = rest.Slice(piece.Length);
        }

        SystemCall.TryClose(writer, out _);
    }

    private static void End(string how)
    {
        Say(how);
        var request = new Message(Tags.PowerOff);
        if (FileSystem.TryOpen("/dev/power", OpenFlags.Read, out Handle power, out _, out _))
            RemoteCall.TryCall(power, ref request, out _, out _);
    }

    private static void Say(string text) => SystemCall.TryDebugWrite(Text.ToUtf8($"{Mark}{text}\n"), out _);
}
