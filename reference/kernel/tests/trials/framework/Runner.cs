using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// The first process: runs the trials one after the other, says on the console what becomes of each, and looks whether the system is afterwards as it
/// was before. The lines are a language that the host reads: <c>trial.count N</c>; for each trial <c>trial.begin NAME</c>, then <c>trial.pass NAME</c>
/// or <c>trial.fail NAME: because</c>; at last <c>trial.end passed=N failed=M</c>.
/// </summary>
internal static class Runner
{
    /// <summary>The longest that a trial may take, in microseconds of the machine's time.</summary>
    private const ulong Deadline = 20_000_000;

    /// <summary>Time in which the kernel gives back the largest chunk: steps of a tick at most.</summary>
    private const ulong LargeChunkTime = 1_000_000;

    private const uint ClockLine = 8;

    internal static int Run()
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error) || !message.Second.IsMemory(out MemoryChunk chunk))
        {
            Console.WriteLine($"no archive: {error.Text()}");
            return 1;
        }

        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        if (!archive.TryFind("init"u8, out ReadOnlySpan<byte> image))
            return 1;
        string pattern = archive.TryFind("select"u8, out ReadOnlySpan<byte> select) ? Text.FromUtf8(select) : "*";
        string seed = archive.TryFind("seed"u8, out ReadOnlySpan<byte> digits) ? Text.FromUtf8(digits) : "0000000000000001";
        RunAll(image, pattern, seed);
        return 0;
    }

    private static void RunAll(ReadOnlySpan<byte> image, string pattern, string seed)
    {
        int count = 0;
        foreach (Scenario[] table in Groups.Tables)
        {
            foreach (Scenario scenario in table)
                count += IsSelected(scenario.Name, pattern) ? 1 : 0;
        }

        Console.WriteLine($"trial.count {count}");
        int passed = 0;
        foreach (Scenario[] table in Groups.Tables)
        {
            foreach (Scenario scenario in table)
            {
                if (IsSelected(scenario.Name, pattern))
                    passed += Run(image, scenario, seed) ? 1 : 0;
            }
        }

        Console.WriteLine($"trial.end passed={passed} failed={count - passed}");
    }

    /// <summary>A pattern is a name, or its beginning and an asterisk.</summary>
    private static bool IsSelected(string name, string pattern) => pattern.EndsWith('*')
        ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1))
        : name == pattern;

    private static bool Run(ReadOnlySpan<byte> image, Scenario scenario, string seed)
    {
        Console.WriteLine($"trial.begin {scenario.Name}");
        Usage before = Usage.Now();
        string because = Judge(image, scenario, seed);
        if (scenario.LeavesLargeChunk)
            SystemCall.Sleep(LargeChunkTime);
        string difference = Usage.Now().Against(before);
        if (because.Length == 0)
            because = difference;
        Console.WriteLine(because.Length == 0 ? $"trial.pass {scenario.Name}" : $"trial.fail {scenario.Name}: {because}");
        return because.Length == 0;
    }

    /// <summary>Runs the trial's process to its end.</summary>
    /// <returns>What is wrong with the end; empty where nothing is.</returns>
    private static string Judge(ReadOnlySpan<byte> image, Scenario scenario, string seed)
    {
        ProcessParameters parameters = new ProcessParameters().CopyMounts().Arguments(scenario.Name, Program.TrialWord, seed);
        if (scenario.HasDevices)
            parameters.Interrupt(ClockLine);
        if (!SystemCall.TryNewRendezvous(out Handle channel, out Handle input, out Error error)
            || !SystemCall.TryNewRendezvous(out Handle output, out Handle unused, out error)
            || !SystemCall.TryClose(unused, out error)
            || !Process.TryExec(image, input, output, parameters, out Process process, out error, scenario.HasDevices))
            return $"not started: {error.Text()}";
        ulong start = Clock.Microseconds;
        Serve(image, channel, process.Handle, start + Deadline);
        bool ended = SystemCall.TryReceive(process.Handle, Left(start + Deadline), out Message end, out _);
        if (!ended)
        {
            process.TryKill(0, out _);
            SystemCall.TryReceive(process.Handle, out _, out _);
        }

        SystemCall.TryClose(process.Handle, out _);
        SystemCall.TryClose(channel, out _);
        return ended ? Compare(scenario, end) : "it did not end in time";
    }

    /// <summary>Answers the trial's questions until its process is gone.</summary>
    private static void Serve(ReadOnlySpan<byte> image, Handle channel, Handle process, ulong end)
    {
        // A trial has one question, for this program's image, so that it can start helpers.
        while (SystemCall.TryReceive(channel, Left(end), out _, out _))
        {
            if (!MemoryChunk.TryCreate(image, out MemoryChunk copy, out _))
                return;
            var answer = new Message(Tags.Data, (ulong)image.Length, copy);
            SystemCall.TrySend(channel, ref answer, out _);
        }
    }

    /// <summary>Microseconds until a time.</summary>
    private static ulong Left(ulong end)
    {
        ulong now = Clock.Microseconds;
        return now < end ? end - now : 0;
    }

    private static string Compare(Scenario scenario, in Message end)
    {
        int status = (int)end.First.Value;
        int reason = (int)end.Second.Value & 0xFF;
        int vector = (int)end.Second.Value >> 8;
        if (end.Tag != Tags.Exited)
            return $"its end was told with tag {end.Tag}";
        return reason == (int)scenario.Reason && status == scenario.Status && vector == scenario.Vector
            ? ""
            : $"ended with reason {reason}, status {status}, vector {vector}; not {(int)scenario.Reason}, {scenario.Status}, {scenario.Vector}";
    }
}
