using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The call <c>debug_write</c>. What it writes is looked at by the host's test of the console.</summary>
internal static unsafe class DebugWrite
{
    private const int Longest = 4096;

    /// <summary>Bytes that are not UTF-8 (RFC 3629, 3 and 4).</summary>
    private static byte[][] Malformed =>
    [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [(byte)'a', 0x80], [0xC3, 0xA4, 0xC3],
    ];

    internal static void TextAndLengths()
    {
        // Nothing is written by a length of 0, wherever the pointer leads.
        foreach (ulong bad in Addresses.Bad)
            Call.Done(SystemCallNumber.DebugWrite, bad, 0);
        Write("trial.text [ä€😀]\n"u8);
        byte* text = stackalloc byte[Longest + 1];
        for (int i = 0; i <= Longest; i++)
            text[i] = (byte)'.';
        text[Longest - 1] = (byte)'\n';
        Call.Done(SystemCallNumber.DebugWrite, (ulong)text, Longest);
        Call.Fails(Error.Parameter, SystemCallNumber.DebugWrite, (ulong)text, Longest + 1);
    }

    internal static void TraceLine()
    {
        Expect.True(!SystemCall.TryTraceWrite("trial.traced\n"u8, out Error error));
        Expect.Equal(error, Error.Denied);
    }

    internal static void MalformedText()
    {
        foreach (byte[] bytes in Malformed)
        {
            fixed (byte* pointer = bytes)
            {
                ulong length = (ulong)bytes.Length;
                Call.Fails(Error.Utf8, SystemCallNumber.DebugWrite, (ulong)pointer, length);
                Call.Fails(Error.Utf8, SystemCallNumber.Open, (ulong)pointer, length);
                Call.Fails(Error.Utf8, SystemCallNumber.Unmount, (ulong)pointer, length);
                Call.Fails(Error.Utf8, SystemCallNumber.Mount, (ulong)pointer, length, 0, Call.Through(1));
            }
        }
    }

    private static void Write(ReadOnlySpan<byte> text)
    {
        fixed (byte* pointer = text)
            Call.Done(SystemCallNumber.DebugWrite, (ulong)pointer, (ulong)text.Length);
    }
}
