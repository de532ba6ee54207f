using System;

namespace Euralios.Tools;

/// <summary>Writes the last lines of files: <c>tail [-n NUMBER] [FILE]...</c></summary>
internal static class Program
{
    private const int DefaultLines = 10;

    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        const string Usage = "tail [-n NUMBER] [FILE]...\nWrites the last lines of files: 10, or as many as -n says.";
        if (!Options.TryParse(args, Usage, "", "n", out Options options, numberOption: 'n'))
            return options.Status;
        if (!options.TryGetNumber('n', DefaultLines, out int number))
            return Failure.WrongUse;
        bool isSeveral = options.Operands.Count > 1;
        bool isFirst = true;
        int status = ToolInput.ForEach(options.Operands, input =>
        {
            if (isSeveral)
                Output.Write(isFirst ? $"==> {input.Name} <==\n" : $"\n==> {input.Name} <==\n");
            isFirst = false;
            var lines = new LineReader(input, Output);
            var last = new LastLines(number);
            while (lines.TryRead(out ReadOnlySpan<byte> line))
                last.Add(line);
            for (int i = 0; i < last.Count; i++)
                Output.WriteLine(last[i]);
            return lines.HasFailed ? Failure.Failed : 0;
        });
        Output.Flush();
        return status;
    }
}
