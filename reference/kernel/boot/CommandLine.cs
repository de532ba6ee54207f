using System;

namespace Merriwig.Boot;

/// <summary>The kernel's command line: words separated by spaces, some of the form <c>name=value</c>.</summary>
internal static class CommandLine
{
    /// <summary>The value of the first word <c>name=value</c>; empty when there is none.</summary>
    internal static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        int start = 0;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] != (byte)' ')
                continue;
            ReadOnlySpan<byte> word = line.Slice(start, i - start);
            start = i + 1;
            if (word.Length > name.Length && word[name.Length] == (byte)'=' && word.Slice(0, name.Length).SequenceEqual(name))
                return word.Slice(name.Length + 1);
        }

        return default;
    }

    /// <summary>The value of the first word <c>name=value</c> as a decimal number; 0 when there is none, or it is no number of at most 9 digits.</summary>
    internal static uint NumberOf(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> digits = ValueOf(line, name);
        if (digits.Length > 9)
            return 0;
        uint value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return 0;
            value = (value * 10) + digit - '0';
        }

        return value;
    }
}
