using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// What a trial, or a helper of one, says must hold. What does not is written in one line, <c>trial.because</c> with the place, and ends the process.
/// </summary>
internal static class Expect
{
    private const int FailureStatus = 1;

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
            Fail($"{what} is 0x{actual:x}, not 0x{expected:x}", file, line);
    }

    internal static void Equal(
        int actual,
        int expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{what} is {actual}, not {expected}", file, line);
    }

    internal static void Equal(
        Error actual,
        Error expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{what}: error {(int)actual}, not {(int)expected}", file, line);
    }

    internal static void Equal(
        string actual,
        string expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (actual != expected)
            Fail($"{what} is '{actual}', not '{expected}'", file, line);
    }

    internal static void Equal(
        ReadOnlySpan<byte> actual,
        ReadOnlySpan<byte> expected,
        [CallerArgumentExpression(nameof(actual))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!actual.SequenceEqual(expected))
            Fail($"{what} is '{Text.FromUtf8(actual)}', not '{Text.FromUtf8(expected)}'", file, line);
    }

    /// <summary>A system call was done.</summary>
    internal static void Done(
        bool done,
        Error error,
        [CallerArgumentExpression(nameof(done))] string what = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (!done)
            Fail($"{what}: error {(int)error}", file, line);
    }

    /// <summary>The trial has failed.</summary>
    internal static void Fail(string because, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        int start = file.Length;
        while (start > 0 && file[start - 1] != '/')
            start--;
        Console.WriteLine($"trial.because {because} ({file.AsSpan(start)}:{line})");
        Children.EndAll();
        SystemCall.KillSelf(FailureStatus);
    }
}
