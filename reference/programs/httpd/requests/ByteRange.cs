using System;

namespace Euralios.Programs.Http;

/// <summary>What to send of a file.</summary>
internal enum RangeResult
{
    /// <summary>All of it: no range was asked for, or one that is not understood.</summary>
    Whole,

    Part,

    /// <summary>The file has nothing there.</summary>
    OutOfRange,
}

/// <summary>A part of a file (RFC 9110, section 14): one range of bytes; several at once are answered with the whole file, as a server may.</summary>
internal readonly struct ByteRange(long first, long length)
{
    private const string Unit = "bytes=";
    private const int MostDigits = 18;

    internal long First { get; } = first;

    internal long Length { get; } = length;

    /// <summary>Reads a Range field for a file of a size.</summary>
    internal static RangeResult Find(string? field, long size, out ByteRange range)
    {
        range = new ByteRange(0, size);
        if (field is null || !field.StartsWith(Unit))
            return RangeResult.Whole;
        string[] ends = field.Substring(Unit.Length).Split('-');
        if (ends.Length != 2 || !TryRead(ends[0], out long? first) || !TryRead(ends[1], out long? last))
            return RangeResult.Whole;
        if (first is null)
        {
            // The last bytes.
            if (last is null)
                return RangeResult.Whole;
            long count = Math.Min(last.Value, size);
            range = new ByteRange(size - count, count);
            return count == 0 ? RangeResult.OutOfRange : RangeResult.Part;
        }

        if (last < first)
            return RangeResult.Whole;
        if (first >= size)
            return RangeResult.OutOfRange;
        range = new ByteRange(first.Value, Math.Min(last ?? long.MaxValue, size - 1) - first.Value + 1);
        return RangeResult.Part;
    }

    /// <summary>A number, or nothing.</summary>
    private static bool TryRead(string text, out long? number)
    {
        number = null;
        string digits = text.Trim(' ');
        if (digits.Length == 0)
            return true;
        foreach (char character in digits)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        bool isNumber = digits.Length <= MostDigits && long.TryParse(digits, out long value) && (number = value) >= 0;
        return isNumber;
    }
}
