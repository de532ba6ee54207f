using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Tests;

/// <summary>What must be: otherwise the program says where it was not, and ends.</summary>
internal static class Expect
{
    internal static void True(bool condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!condition)
            Fail("expected", file, line);
    }

    internal static void Done(bool done, Error error, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!done)
            Fail(error.Text(), file, line);
    }

    internal static void Equal(ulong actual, ulong expected, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{actual} and not {expected}", file, line);
    }

    private static void Fail(string what, string file, int line)
    {
        Console.WriteLine($"trial.because {what} ({file}:{line})");
        Process.Exit(1);
    }
}
