using System;
using System.Runtime.CompilerServices;
using Merriwig.Cpu;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// Runs cases in the guest and reports them on the trace line. A case that fails, faults or calls something unwritten is left by restoring the
/// context in which it was started, so the next one runs all the same.
/// </summary>
internal static unsafe class CaseReport
{
    private const int LongestName = 64;

    private static ContextArea start;
    private static Name current;
    private static int currentLength;
    private static bool running;

    /// <summary>Whether a case is running: a fault then ends the case and not the boot.</summary>
    internal static bool IsRunning => running;

    internal static void Announce(int count) => Trace.Event("case.table").Number("count", (ulong)count).End();

    internal static void Finish(int passed, int failed) =>
        Trace.Event("case.end").Number("passed", (ulong)passed).Number("failed", (ulong)failed).End();

    /// <summary>Runs one case.</summary>
    /// <returns>Whether it came to its end.</returns>
    internal static bool Run(string name, delegate*<ref Case, void> body, ref Case instance)
    {
        Remember(name);
        Trace.Event("case.begin").Word("name", name).End();
        fixed (ContextArea* area = &start)
        {
            if (ContextArea.Save(area) != 0)
                return false;
        }

        running = true;
        body(ref instance);
        running = false;
        Trace.Event("case.pass").Word("name", name).End();
        return true;
    }

    internal static void Fail(string because, string file, int line)
    {
        Begin(file, line).Text("because", because).End();
        Leave();
    }

    internal static void Fail(string what, ulong expected, ulong actual, string file, int line)
    {
        Begin(file, line).Number("expected", expected).Number("actual", actual).Text("because", what).End();
        Leave();
    }

    /// <summary>Ends the case because of something that has no line of its own: a fault, an unwritten task.</summary>
    internal static void Fail(string because)
    {
        Trace.Event("case.fail").Word("name", Current).Text("because", because).End();
        Leave();
    }

    /// <summary>The same, at an address that the host turns into method, file and line.</summary>
    internal static void Fail(string because, ulong address)
    {
        Trace.Event("case.fail").Word("name", Current).Text("because", because).Hexadecimal("rip", address).End();
        Leave();
    }

    private static ReadOnlySpan<char> Current => ((ReadOnlySpan<char>)current).Slice(0, currentLength);

    // A copy, because a static field cannot hold a reference: the kernel has no collected heap to scan.
    private static void Remember(ReadOnlySpan<char> name)
    {
        currentLength = Math.Min(name.Length, LongestName);
        name.Slice(0, currentLength).CopyTo(current);
    }

    private static TraceEvent Begin(string file, int line)
    {
        int name = file.Length;
        while (name > 0 && file[name - 1] is not ('/' or '\\'))
            name--;
        return Trace.Event("case.fail").Word("name", Current).Place("at", file.AsSpan().Slice(name), line);
    }

    private static void Leave()
    {
        running = false;
        fixed (ContextArea* area = &start)
            ContextArea.Restore(area);
    }

    [InlineArray(LongestName)]
    private struct Name
    {
        private char first;
    }
}
