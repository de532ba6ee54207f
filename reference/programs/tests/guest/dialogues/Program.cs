using System;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>
/// Runs the shell once for each line of the archive's file <c>commands</c>: <c>c TEXT</c> is <c>shell -c TEXT</c>; <c>k TEXT</c> is a shell at a terminal and
/// the keys that are typed there, which <see cref="Typist"/> explains. What comes out stands in lines that the host reads:
/// <c>dialogue.begin N</c>, the output, <c>dialogue.end N status S</c>.
/// </summary>
internal static class Program
{
    /// <summary>What stands for a line end in a command.</summary>
    private const char LineEnd = '␤';

    private static byte[] shell = [];

    // For the environment of what is started, from the archive's file of that name.
    private static string[] variables = [];

    private static int Main()
    {
        if (!TryStart(out string[] commands, out Error error))
        {
            Console.WriteLine($"dialogue.error {error.Text()}");
            return 1;
        }

        for (int i = 0; i < commands.Length; i++)
            Run(i, commands[i]);
        Console.WriteLine("dialogue.all");
        return 0;
    }

    /// <summary>Starts the disk with the archive, and mounts it, and its programs at /bin.</summary>
    private static bool TryStart(out string[] commands, out Error error)
    {
        commands = [];
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out error))
            return false;
        message.Second.IsMemory(out MemoryChunk chunk);
        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        error = Error.NotFound;
        if (!archive.TryFind("shell"u8, out ReadOnlySpan<byte> image)
            || !archive.TryFind("commands"u8, out ReadOnlySpan<byte> text)
            || !archive.TryFind("ramdisk"u8, out ReadOnlySpan<byte> disk))
            return false;
        shell = image.ToArray();
        if (archive.TryFind("environment"u8, out ReadOnlySpan<byte> lines))
            variables = Text.FromUtf8(lines).TrimEnd('\n').Split('\n');
        commands = Text.FromUtf8(text).TrimEnd('\n').Split('\n');
        if (!SystemCall.TryNewRendezvous(out Handle mounted, out Handle served, out error)
            || !SystemCall.TryNewRendezvous(out Handle output, out Handle other, out error)
            || !SystemCall.TryClose(other, out error)
            || !Process.TryExec(disk, served, output, new ProcessParameters().Arguments("ramdisk", "--size", "16").Environment(variables), out _, out error)
            || !SystemCall.TrySend(mounted, ref message, out error)
            || !RemoteText.TryAsk(mounted, Tags.OpenReadOnly, "bin"u8, Tags.CommunicationHandle, out Message answer, out error))
            return false;
        answer.First.IsHandle(out Handle programs);
        return SystemCall.TryMount(programs, "/bin"u8, out error) && SystemCall.TryMount(mounted, "/ramdisk"u8, out error);
    }

    private static void Run(int number, string command)
    {
        bool isTyped = command.StartsWith("k ");
        string text = command.Substring(2).Replace(LineEnd, '\n');
        SystemCall.TryNewRendezvous(out Handle keys, out Handle input, out _);
        SystemCall.TryNewRendezvous(out Handle screen, out Handle output, out _);
        ProcessParameters parameters = new ProcessParameters()
            .Arguments(isTyped ? ["shell"] : ["shell", "-c", text, "one", "two words"])
            .Environment(["HOME=/ramdisk/root", "USER=root", "PATH=/bin", "PWD=/ramdisk/tmp", .. variables]);
        if (!Process.TryExec(shell, input, output, parameters, out Process process, out Error error))
        {
            Console.WriteLine($"dialogue.error {error.Text()}");
            return;
        }

        Console.WriteLine($"dialogue.begin {number}");
        ulong start = Clock.TimeStamp;
        var typist = isTyped ? new Typist(text, keys) : null;
        if (isTyped)
            typist!.Start();
        else
            SystemCall.TryClose(keys, out _);
        ProcessEnd end = Listener.Serve(screen, process, typist);
        ulong ticks = Clock.TimeStamp - start;
        SystemCall.TryClose(screen, out _);
        Console.WriteLine($"\ndialogue.end {number} status {end.Status} reason {(int)end.Reason} ticks {ticks}");
    }
}
