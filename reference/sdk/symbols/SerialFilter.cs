using System.Text;

namespace Euralios.Sdk.Symbols;

/// <summary>
/// Stands between a guest's serial line and a person. Every byte goes through at once and unchanged; after the report of a fault, the
/// kernel's own or a program's, the C# stack trace is added, a frame a line:
/// <c>  at Merriwig.Memory.Frames.Publish (reference/kernel/memory/Frames.cs:47)</c>.
/// </summary>
/// <remarks>Of a line no more than <see cref="LongestLine"/> bytes are kept, so a guest cannot fill the host's memory. Not for several threads.</remarks>
/// <param name="symbols">The kernel's image.</param>
/// <param name="programs">From a program's name to its image, or null; asked when a program fails. Without it their reports stay as they are.</param>
public sealed class SerialFilter(Symbolizer symbols, Func<string, Symbolizer?>? programs = null)
{
    /// <summary>No line of a report is longer; what follows on a longer one is passed on and not looked at.</summary>
    public const int LongestLine = 256;

    private readonly byte[] line = new byte[LongestLine];
    private readonly ExceptionReport report = new();
    private int length;

    /// <summary>Passes bytes on as they arrive.</summary>
    /// <param name="bytes">A piece of any size; lines need not be whole.</param>
    /// <param name="output">Receives the bytes, and traces at the ends of lines.</param>
    public void Write(ReadOnlySpan<byte> bytes, Stream output)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n') + 1;
            ReadOnlySpan<byte> piece = end == 0 ? bytes : bytes[..end];
            output.Write(piece);
            Keep(piece);
            if (end > 0)
                EndLine(output);
            bytes = bytes[piece.Length..];
        }

        output.Flush();
    }

    private void Keep(ReadOnlySpan<byte> piece)
    {
        piece = piece[..Math.Min(piece.Length, LongestLine - length)];
        piece.CopyTo(line.AsSpan(length));
        length += piece.Length;
    }

    private void EndLine(Stream output)
    {
        string text = Encoding.Latin1.GetString(line, 0, length);
        length = 0;
        if (report.Add(text.TrimEnd('\r', '\n')) && (report.Program is { } program ? programs?.Invoke(program) : symbols) is { } image)
            output.Write(Encoding.UTF8.GetBytes(report.Trace(image, text.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n")));
    }
}
