using System;

namespace Euralios.Tools;

/// <summary>Shows bytes: <c>hexdump [-C] [-n NUMBER] [FILE]...</c></summary>
internal static class Program
{
    private const string Usage = """
        hexdump [-C] [-n NUMBER] [FILE]...
        Shows bytes in hexadecimal and as ASCII; an asterisk stands for lines like the one before. -n: only the first.
        """;

    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, Usage, "C", "n", out Options options))
            return options.Status;
        if (!options.TryGetNumber('n', int.MaxValue, out int most))
            return Failure.WrongUse;
        int status = ToolInput.ForEach(options.Operands, input => Dump(input, most) ? 0 : Failure.Failed);
        Output.Flush();
        return status;
    }

    private static bool Dump(ToolInput input, int most)
    {
        byte[] line = new byte[HexLine.Length];
        byte[] before = new byte[HexLine.Length];
        bool isAsterisk = false;
        long offset = 0;
        while (true)
        {
            int wanted = (int)Math.Min(line.Length, most - offset);
            if (!TryFill(input, line.AsSpan(0, wanted), out int length))
                return false;
            if (length == 0)
                break;
            bool isSame = offset > 0 && length == line.Length && line.AsSpan().SequenceEqual(before);
            if (!isSame)
                Output.Write(HexLine.Format(offset, line.AsSpan(0, length)) + "\n");
            else if (!isAsterisk)
                Output.Write("*\n");
            isAsterisk = isSame;
            offset += length;
            line.AsSpan().CopyTo(before);
        }

        if (offset > 0)
            Output.Write($"{offset:x8}\n");
        return true;
    }

    /// <summary>Reads until a line is full or the input is over.</summary>
    private static bool TryFill(ToolInput input, Span<byte> line, out int length)
    {
        length = 0;
        while (length < line.Length)
        {
            if (!input.TryRead(line.Slice(length), out int count))
                return false;
            if (count == 0)
                return true;
            length += count;
        }

        return true;
    }
}
