using System.Runtime.CompilerServices;

namespace System;

// Composite formats: "{0,8:F2} of {1}".
public sealed partial class String
{
    private const int LargestIndex = 1_000_000;

    public static string Format(string format, object? arg0) => Format(format, [arg0]);

    public static string Format(string format, object? arg0, object? arg1) => Format(format, [arg0, arg1]);

    public static string Format(string format, object? arg0, object? arg1, object? arg2) => Format(format, [arg0, arg1, arg2]);

    public static string Format(string format, params object?[] args)
    {
        var text = new DefaultInterpolatedStringHandler(format.Length, args.Length);
        AppendFormat(ref text, format, args);
        return text.ToStringAndClear();
    }

    public static string Format(IFormatProvider? provider, string format, object? arg0) => Format(format, [arg0]);

    public static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1) => Format(format, [arg0, arg1]);

    public static string Format(IFormatProvider? provider, string format, object? arg0, object? arg1, object? arg2) =>
        Format(format, [arg0, arg1, arg2]);

    public static string Format(IFormatProvider? provider, string format, params object?[] args) => Format(format, args);

    internal static void AppendFormat(ref DefaultInterpolatedStringHandler text, string format, ReadOnlySpan<object?> args)
    {
        ReadOnlySpan<char> rest = format ?? throw new ArgumentNullException(nameof(format));
        while (!rest.IsEmpty)
        {
            char first = rest[0];
            if (first is not ('{' or '}'))
            {
                text.Append(first);
                rest = rest.Slice(1);
            }
            else if (rest.Length > 1 && rest[1] == first)
            {
                text.Append(first);
                rest = rest.Slice(2);
            }
            else if (first == '}')
            {
                throw Malformed("Unexpected closing brace without a corresponding opening brace.");
            }
            else
            {
                rest = rest.Slice(1);
                AppendItem(ref text, ref rest, args);
            }
        }
    }

    /// <summary>index[,alignment][:format]}</summary>
    private static void AppendItem(ref DefaultInterpolatedStringHandler text, ref ReadOnlySpan<char> rest, ReadOnlySpan<object?> args)
    {
        if (!TakeNumber(ref rest, out int index))
            throw Malformed("Expected an ASCII digit.");
        SkipSpaces(ref rest);
        int alignment = 0;
        if (!rest.IsEmpty && rest[0] == ',')
        {
            rest = rest.Slice(1);
            SkipSpaces(ref rest);
            bool isLeft = !rest.IsEmpty && rest[0] == '-';
            if (isLeft)
                rest = rest.Slice(1);
            if (!TakeNumber(ref rest, out alignment))
                throw Malformed("Expected an ASCII digit.");
            alignment = isLeft ? -alignment : alignment;
            SkipSpaces(ref rest);
        }

        string? itemFormat = null;
        if (!rest.IsEmpty && rest[0] == ':')
        {
            int end = rest.IndexOf('}');
            if (end < 0)
                throw Malformed("Format item ends prematurely.");
            itemFormat = new string(rest.Slice(1, end - 1));
            rest = rest.Slice(end);
        }

        if (rest.IsEmpty || rest[0] != '}')
            throw Malformed("Format item ends prematurely.");
        rest = rest.Slice(1);
        if (index >= args.Length)
            throw new FormatException("Index (zero based) must be greater than or equal to zero and less than the size of the argument list.");
        text.AppendFormatted(args[index], alignment, itemFormat);
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, out int number)
    {
        number = 0;
        int digits = 0;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]) && number < LargestIndex; digits++)
            number = (number * 10) + (rest[digits] - '0');
        rest = rest.Slice(digits);
        return digits > 0;
    }

    private static void SkipSpaces(ref ReadOnlySpan<char> rest)
    {
        while (!rest.IsEmpty && rest[0] == ' ')
            rest = rest.Slice(1);
    }

    private static FormatException Malformed(string reason) => new("Input string was not in a correct format. " + reason);
}
