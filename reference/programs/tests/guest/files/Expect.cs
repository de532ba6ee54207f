using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>What must hold. What does not is counted, and written in one line with its place.</summary>
internal static class Expect
{
    internal static int Failures { get; private set; }

    internal static void True(
        bool condition,
        [CallerArgumentExpression(nameof(condition))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!condition)
            Fail(what, file, line);
    }

    internal static void Equal(
        ulong actual,
        ulong expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{what} is {actual}, not {expected}", file, line);
    }

    internal static void Equal(
        string? actual,
        string? expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{what} is '{actual}', not '{expected}'", file, line);
    }

    /// <summary>Something was done.</summary>
    internal static void Done(
        bool done,
        Error error,
        [CallerArgumentExpression(nameof(done))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!done)
            Fail($"{what}: {error.Text()}", file, line);
    }

    /// <summary>Something was refused, for a reason.</summary>
    internal static void Refused(
        bool done,
        Error error,
        Error expected,
        [CallerArgumentExpression(nameof(done))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (done)
            Fail($"{what} was done", file, line);
        else if (error != expected)
            Fail($"{what}: {error.Text()}, not {expected.Text()}", file, line);
    }

    internal static void Fail(string because, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Failures++;
        System.Console.WriteLine($"files.because {because} ({file}:{line})");
    }
}
