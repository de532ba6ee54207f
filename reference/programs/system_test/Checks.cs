using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using Euralios.Std;

namespace Euralios.SystemTest;

/// <summary>What is tried.</summary>
internal static class Checks
{
    private const ulong Patience = 5_000_000;

    internal static Check[] All(string place) =>
    [
        new("paths", Paths),
        new("text", TextIsUtf8),
        new("numbers", Numbers),
        new("collections", Collections),
        new("memory", Memory),
        new("threads", Threads),
        new("messages", Messages),
        new("clock", ClockGoesOn),
        new("statistics", Statistics),
        new("files", () => Files(place)),
        new("directories", () => Directories(place)),
    ];

    internal static string Place() =>
        Directory.Exists("/ramdisk/tmp") ? "/ramdisk/tmp" : Environment.GetEnvironmentVariable("HOME") ?? "/";

    private static string Expect<T>(T expected, T actual)
        where T : IEquatable<T> => expected.Equals(actual) ? "" : $"expected {expected}, got {actual}";

    /// <summary>The first that is wrong.</summary>
    private static string First(params string[] results)
    {
        foreach (string result in results)
        {
            if (result.Length > 0)
                return result;
        }

        return "";
    }

    private static string Paths() => First(
        Expect("/a/c/d", Path.GetFullPath("/a/b/../c/./d")),
        Expect("a/b", Path.Join("a", "b")),
        Expect("/b", Path.Combine("a", "/b")),
        Expect("c.txt", Path.GetFileName("/a/b/c.txt")!),
        Expect(".txt", Path.GetExtension("/a/b/c.txt")!));

    private static string TextIsUtf8() => First(
        Expect("größer 😀", Text.FromUtf8(Text.ToUtf8("größer 😀"))),
        Expect(12, Text.ToUtf8("größer 😀").Length),
        Expect("a, b", string.Join(", ", "a b".Split(' '))));

    private static string Numbers() => First(
        Expect("-42", $"{-42}"),
        Expect("0x00ff", $"0x{255:x4}"),
        Expect("1.5", $"{1.5}"),
        Expect(true, int.TryParse("123", out int number) && number == 123),
        Expect(false, int.TryParse("12x", out _)));

    private static string Collections()
    {
        var counts = new Dictionary<string, int>();
        foreach (string word in "one two one three one two".Split(' '))
            counts[word] = counts.TryGetValue(word, out int count) ? count + 1 : 1;
        List<string> names = [.. counts.Keys];
        names.Sort(string.CompareOrdinal);
        return First(Expect("one three two", string.Join(" ", names)), Expect(3, counts["one"]), Expect(3, counts.Count));
    }

    /// <summary>Sixteen times as much as is kept: what is not needed must be given back, and what is must stay.</summary>
    private static string Memory()
    {
        var kept = new List<byte[]>();
        for (int i = 0; i < 256; i++)
        {
            byte[] piece = new byte[64 << 10];
            piece[^1] = (byte)i;
            if (i % 16 == 0)
                kept.Add(piece);
        }

        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i][^1] != i * 16)
                return "an array has changed";
        }

        return "";
    }

    private static string Threads()
    {
        const int Count = 4, Times = 1000;
        int sum = 0;
        int ended = 0;
        for (int i = 0; i < Count; i++)
        {
            bool isStarted = Std.Thread.TryStart(
                () =>
                {
                    for (int time = 0; time < Times; time++)
                        Interlocked.Increment(ref sum);
                    Interlocked.Increment(ref ended);
                },
                out _,
                out Error error);
            if (!isStarted)
                return error.Text();
        }

        ulong deadline = Clock.Microseconds + Patience;
        while (Volatile.Read(ref ended) < Count && Clock.Microseconds < deadline)
            SystemCall.Yield();
        return Expect(Count * Times, sum);
    }

    /// <summary>A question with memory to another thread, which answers with twice the number of bytes.</summary>
    private static string Messages()
    {
        if (!SystemCall.TryNewRendezvous(out Handle here, out Handle there, out Error error))
            return error.Text();
        Std.Thread.TryStart(
            () =>
            {
                SystemCall.TryReceive(there, out Message question, out _);
                bool isText = question.TryGetBytes(out ReadOnlySpan<byte> bytes) && Text.FromUtf8(bytes) == "question";
                question.Release();
                Answer.Send(there, new Message(Tags.Ok, isText ? question.First.Value * 2 : 0));
                SystemCall.TryClose(there, out _);
            },
            out _,
            out _);
        bool isAnswered = RemoteText.TryAsk(here, Tags.Write, "question"u8, Tags.Ok, out Message answer, out error);
        SystemCall.TryClose(here, out _);
        return isAnswered ? Expect(16ul, answer.First.Value) : error.Text();
    }

    private static string ClockGoesOn()
    {
        ulong before = Clock.Microseconds;
        SystemCall.Sleep(20_000);
        ulong passed = Clock.Microseconds - before;
        return passed >= 20_000 ? "" : $"20 ms of sleep took {passed} microseconds";
    }

    private static string Statistics()
    {
        if (!SystemCall.TryGetStatistics(out SystemStatistics system, default, out Error error))
            return error.Text();
        return system.Processes == 0 || system.FramesAvailable == 0 || system.FramesAvailable >= system.Frames ? "the figures cannot be" : "";
    }

    private static string Files(string place)
    {
        string path = Path.Join(place, "system_test.tmp");
        if (!File.TryWriteAllText(path, "first\n", out Error error)
            || !File.TryAppendAllText(path, "second\n", out error)
            || !File.TryReadAllText(path, out string text, out error)
            || !File.TryDelete(path, out error))
            return $"{path}: {error.Text()}";
        return First(Expect("first\nsecond\n", text), Expect(false, File.Exists(path)));
    }

    private static string Directories(string place)
    {
        string path = Path.Join(place, "system_test.dir");
        if (!Directory.TryCreateDirectory(Path.Join(path, "inner"), out Error error)
            || !File.TryWriteAllText(Path.Join(path, "file"), "x", out error)
            || !Directory.TryGetFileSystemEntries(path, out string[] entries, out error)
            || !Directory.TryDelete(path, recursive: true, out error))
            return $"{path}: {error.Text()}";
        var names = new StringBuilder();
        foreach (string entry in entries)
            names.Append(Path.GetFileName(entry)).Append(' ');
        return First(Expect("file inner ", names.ToString()), Expect(false, Directory.Exists(path)));
    }
}
