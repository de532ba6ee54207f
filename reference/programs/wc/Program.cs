using System;
using System.Collections.Generic;

namespace Euralios.Tools;

/// <summary>Counts lines, words and bytes: <c>wc [-lwc] [FILE]...</c></summary>
internal static class Program
{
    private const int PieceLength = 64 << 10;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "wc [-lwc] [FILE]...\nCounts lines, words and bytes; -l, -w, -c: only these.", "lwc", "", out Options options))
            return options.Status;
        bool isNamed = options.Operands.Count > 0;
        bool isSeveral = options.Operands.Count > 1;
        var total = new Counts();
        int status = ToolInput.ForEach(options.Operands, input =>
        {
            var counts = new Counts();
            int result = Count(input, counts) ? 0 : Failure.Failed;
            total.Add(counts);
            Show(options, counts, isNamed ? input.Name : "");
            return result;
        });
        if (isSeveral)
            Show(options, total, "total");
        return status;
    }

    private static bool Count(ToolInput input, Counts counts)
    {
        byte[] piece = new byte[PieceLength];
        while (true)
        {
            if (!input.TryRead(piece, out int count))
                return false;
            if (count == 0)
                return true;
            counts.Add(new ReadOnlySpan<byte>(piece, 0, count));
        }
    }

    private static void Show(Options options, Counts counts, string name)
    {
        bool isAll = !options.Has('l') && !options.Has('w') && !options.Has('c');
        List<string> fields = [];
        if (isAll || options.Has('l'))
            fields.Add($"{counts.Lines}");
        if (isAll || options.Has('w'))
            fields.Add($"{counts.Words}");
        if (isAll || options.Has('c'))
            fields.Add($"{counts.Bytes}");

        // A single number without a name is for programs.
        bool isAligned = fields.Count > 1 || name.Length > 0;
        for (int i = 0; isAligned && i < fields.Count; i++)
            fields[i] = fields[i].PadLeft(7);
        if (name.Length > 0)
            fields.Add(name);
        Console.WriteLine(string.Join(" ", fields));
    }
}
