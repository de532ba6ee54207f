using System;
using System.Text;

namespace Euralios.Tools;

/// <summary>Writes a line again and again: <c>yes [TEXT]...</c></summary>
internal static class Program
{
    private const int PieceLength = 4096;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "yes [TEXT]...\nWrites a line again and again, until nobody reads it.", "", "", out Options options))
            return options.Status;
        string line = options.Operands.Count == 0 ? "y" : string.Join(" ", options.Operands);
        var piece = new StringBuilder();
        while (piece.Length == 0 || piece.Length + line.Length < PieceLength)
            piece.Append(line).Append('\n');
        byte[] bytes = Std.Text.ToUtf8(piece.ToString());
        var output = new ToolOutput();
        while (true)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
