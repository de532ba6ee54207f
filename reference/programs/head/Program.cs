using System;

namespace Euralios.Tools;

/// <summary>Writes the first lines of files: <c>head [-n NUMBER] [FILE]...</c></summary>
internal static class Program
{
    private const int DefaultLines = 10;

    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        const string Usage = "head [-n NUMBER] [FILE]...\nWrites the first lines of files: 10, or as many as -n says.";
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
            for (int i = 0; i < number && lines.TryRead(out ReadOnlySpan<byte> line); i++)
                Output.WriteLine(line);
            return lines.HasFailed ? Failure.Failed : 0;
        });
        Output.Flush();
        return status;
    }
}
