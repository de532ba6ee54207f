using System;
using System.Collections.Generic;

namespace Euralios.Tools;

/// <summary>Sorts lines: <c>sort [-nru] [FILE]...</c></summary>
internal static class Program
{
    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        const string Usage = "sort [-nru] [FILE]...\nSorts lines; -n: by the numbers they begin with, -r: the other way round, -u: each once.";
        if (!Options.TryParse(args, Usage, "nru", "", out Options options))
            return options.Status;
        List<byte[]> lines = [];
        int status = ToolInput.ForEach(options.Operands, input =>
        {
            var reader = new LineReader(input, Output);
            while (reader.TryRead(out ReadOnlySpan<byte> line))
                lines.Add(line.ToArray());
            return reader.HasFailed ? Failure.Failed : 0;
        });
        bool isUnique = options.Has('u');
        var order = new LineOrder(options.Has('n'), options.Has('r'), isUnique);
        lines.Sort(order.Compare);
        for (int i = 0; i < lines.Count; i++)
        {
            if (!isUnique || i == 0 || order.Compare(lines[i - 1], lines[i]) != 0)
                Output.WriteLine(lines[i]);
        }

        Output.Flush();
        return status;
    }
}
