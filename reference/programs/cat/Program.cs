using System;

namespace Euralios.Tools;

/// <summary>Writes files one behind the other: <c>cat [-n] [FILE]...</c></summary>
internal static class Program
{
    private const int PieceLength = 64 << 10;

    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "cat [-n] [FILE]...\nWrites files one behind the other; -n: with numbers of lines.", "n", "", out Options options))
            return options.Status;
        int number = 0;
        int status = ToolInput.ForEach(options.Operands, input => options.Has('n') ? WriteLines(input, ref number) : Write(input));
        Output.Flush();
        return status;
    }

    private static int Write(ToolInput input)
    {
        byte[] piece = new byte[PieceLength];
        while (true)
        {
            if (!input.TryRead(piece, out int count))
                return Failure.Failed;
            if (count == 0)
                return 0;
            Output.Write(new ReadOnlySpan<byte>(piece, 0, count));
            Output.Flush();
        }
    }

    private static int WriteLines(ToolInput input, ref int number)
    {
        var lines = new LineReader(input, Output);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            Output.Write($"{++number,6}  ");
            Output.WriteLine(line);
        }

        return lines.HasFailed ? Failure.Failed : 0;
    }
}
