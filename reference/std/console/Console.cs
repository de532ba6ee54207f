using System.IO;
using Euralios.Std;

namespace System;

/// <summary>
/// The program's standard streams. Output is sent a line at a time, or when the program reads, ends or calls <c>Out.Flush()</c>. Formatting an
/// interpolated string allocates nothing, but for objects whose text is a string anyway.
/// </summary>
public static partial class Console
{
    private static TextWriter? output;
    private static TextWriter? error;
    private static TextReader? input;

    /// <summary>Standard output.</summary>
    public static TextWriter Out => output ??= new OutputWriter(isError: false);

    /// <summary>Where errors are reported: <c>/dev/stderr</c> if it is mounted, else standard output. What is written is sent at once.</summary>
    public static TextWriter Error => error ??= new OutputWriter(isError: true);

    /// <summary>Standard input.</summary>
    public static TextReader In => input ??= new InputReader();

    public static Stream OpenStandardInput() => new ConsoleStream(ConsoleStreamKind.Input);

    public static Stream OpenStandardOutput() => new ConsoleStream(ConsoleStreamKind.Output);

    public static Stream OpenStandardError() => new ConsoleStream(ConsoleStreamKind.Error);

    /// <summary>Whether output goes anywhere but to a terminal.</summary>
    public static bool IsOutputRedirected => !ConsoleScreen.IsTerminal;

    /// <summary>Whether what was read last came from another program, and not from a keyboard.</summary>
    public static bool IsInputRedirected => StandardInput.IsFromProgram;

    public static void Write(string? value) => Write(value.AsSpan());

    public static void Write(ReadOnlySpan<char> value)
    {
        ConsoleText text = default;
        text.Append(value);
        text.Flush();
    }

    public static void Write(ref ConsoleInterpolation value) => value.Text.Flush();

    public static void Write(object? value) => Write(value?.ToString());

    public static void Write(char value) => Out.Write(value);

    public static void Write(char[]? buffer) => Write((ReadOnlySpan<char>)buffer);

    public static void Write(bool value) => Write(value ? "True" : "False");

    public static void Write(int value) => Write($"{value}");

    public static void Write(uint value) => Write($"{value}");

    public static void Write(long value) => Write($"{value}");

    public static void Write(ulong value) => Write($"{value}");

    public static void WriteLine() => Write("\n");

    public static void WriteLine(string? value) => WriteLine(value.AsSpan());

    public static void WriteLine(ReadOnlySpan<char> value)
    {
        ConsoleText text = default;
        text.Append(value);
        text.EndLine();
    }

    public static void WriteLine(ref ConsoleInterpolation value) => value.Text.EndLine();

    public static void WriteLine(object? value) => WriteLine(value?.ToString());

    public static void WriteLine(char value) => Out.WriteLine(value);

    public static void WriteLine(char[]? buffer) => WriteLine((ReadOnlySpan<char>)buffer);

    public static void WriteLine(bool value) => WriteLine(value ? "True" : "False");

    public static void WriteLine(int value) => WriteLine($"{value}");

    public static void WriteLine(uint value) => WriteLine($"{value}");

    public static void WriteLine(long value) => WriteLine($"{value}");

    public static void WriteLine(ulong value) => WriteLine($"{value}");
}
