using System;
using Euralios.Std;

/// <summary>
/// The first process of a test's boot: runs, one after the other, the programs that the archive's file <c>run</c> names, a line each: variables NAME=value, the
/// program, its arguments. Says how each ended, and what it left in use.
/// </summary>
internal static class Program
{
    private static int Main()
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out _) || !message.Second.IsMemory(out MemoryChunk chunk))
            return 1;
        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        if (!archive.TryFind("run"u8, out ReadOnlySpan<byte> run))
            return 1;
        foreach (string line in Lines(Text.FromUtf8(run)))
            Run(archive, Words(line));
        return 0;
    }

    private static void Run(Archive archive, string[] words)
    {
        int variables = 0;
        while (words[variables].Contains('='))
            variables++;
        string name = words[variables];
        var parameters = new ProcessParameters().Environment(Part(words, 0, variables)).Arguments(Part(words, variables, words.Length));
        SystemCall.TryGetStatistics(out SystemStatistics before, default, out _);
        if (!archive.TryFind(Text.ToUtf8(name), out ReadOnlySpan<byte> image)
            || !TryGetClosedEnd(out Handle input, out Error error)
            || !TryGetClosedEnd(out Handle output, out error)
            || !Process.TryExec(image, input, output, parameters, out Process process, out error)
            || !process.TryWait(SystemCall.Forever, out ProcessEnd end, out error))
        {
            Console.WriteLine($"[runner] {name} was not run");
            return;
        }

        SystemCall.TryClose(process.Handle, out _);
        SystemCall.TryGetStatistics(out SystemStatistics after, default, out _);
        Console.WriteLine($"[runner] {name} ended: reason {(int)end.Reason}, status {end.Status}");
        if (after.Threads != before.Threads || after.Handles != before.Handles)
            Console.WriteLine($"[runner] {name} left threads or handles in use");
    }

    /// <summary>Nobody is at the other end: there is no input, and output goes to the kernel's console.</summary>
    private static bool TryGetClosedEnd(out Handle handle, out Error error)
    {
        if (!SystemCall.TryNewRendezvous(out handle, out Handle other, out error))
            return false;
        SystemCall.TryClose(other, out _);
        return true;
    }

    private static string[] Part(string[] words, int from, int to)
    {
        string[] part = new string[to - from];
        Array.Copy(words, from, part, 0, part.Length);
        return part;
    }

    private static string[] Lines(string text) => Split(text, '\n');

    private static string[] Words(string line) => Split(line, ' ');

    private static string[] Split(string text, char separator)
    {
        int count = 0;
        foreach (char c in text)
            count += c == separator ? 1 : 0;
        string[] parts = new string[text.Length > 0 && text[^1] != separator ? count + 1 : count];
        for (int i = 0; i < parts.Length; i++)
        {
            int end = text.IndexOf(separator);
            parts[i] = end < 0 ? text : text.Substring(0, end);
            text = text.Substring(end + 1);
        }

        return parts;
    }
}
