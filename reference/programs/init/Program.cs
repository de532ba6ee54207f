using System;
using Euralios.Std;

/// <summary>The first program: the kernel starts it with the archive of the others, and powers off when it ends.</summary>
internal static class Program
{
    private static int Main()
    {
        Console.WriteLine("[init] Starting");
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error)
            || message.Tag != Tags.BootArchive
            || !message.Second.IsMemory(out MemoryChunk chunk))
        {
            Console.WriteLine($"[init] No archive of programs: {error.Text()}");
            return 1;
        }

        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        List(archive);
        return Run(archive, "hello"u8, "hello", "world") ? 0 : 1;
    }

    private static void List(Archive archive)
    {
        int count = 0;
        foreach (ArchiveEntry entry in archive)
        {
            Console.WriteLine($"[init] {Text.FromUtf8(entry.Name)}, {entry.Contents.Length} bytes");
            count++;
        }

        Console.WriteLine($"[init] {count} programs");
    }

    /// <summary>Runs a program of the archive to its end.</summary>
    private static bool Run(Archive archive, ReadOnlySpan<byte> name, params string[] words)
    {
        if (!archive.TryFind(name, out ReadOnlySpan<byte> image))
        {
            Console.WriteLine($"[init] {words[0]}: {Error.NotFound.Text()}");
            return false;
        }

        // Nobody is at the other end of its output: the program writes to the kernel's console.
        if (!SystemCall.TryNewRendezvous(out Handle input, out Handle otherInput, out Error error)
            || !SystemCall.TryNewRendezvous(out Handle output, out Handle otherOutput, out error)
            || !SystemCall.TryClose(otherOutput, out error)
            || !Process.TryExec(image, input, output, new ProcessParameters().Arguments(words), out Process process, out error)
            || !process.TryWait(SystemCall.Forever, out ProcessEnd end, out error))
        {
            Console.WriteLine($"[init] {words[0]}: {error.Text()}");
            return false;
        }

        SystemCall.TryClose(process.Handle, out _);
        SystemCall.TryClose(otherInput, out _);
        Console.WriteLine($"[init] {words[0]} ended with status {end.Status}");
        return end.Reason != EndReason.Fault;
    }
}
