using System.Text;

namespace Euralios.Grader.Image;

/// <summary>Reads lines from a process that is not trusted to end them.</summary>
internal sealed class CappedLines(TextReader reader, int maximumCharacters)
{
    private readonly char[] buffer = new char[4096];
    private int start;
    private int end;

    /// <summary>The next line without its end, or null when the stream ended first.</summary>
    /// <exception cref="InvalidDataException">The line is longer than allowed; the rest of it stays unread.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (start == end)
            {
                start = 0;
                end = await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false);
                if (end == 0)
                    return null;
            }

            var newline = Array.IndexOf(buffer, '\n', start, end - start);
            var stop = newline < 0 ? end : newline;
            if (line.Length + stop - start > maximumCharacters)
                throw new InvalidDataException($"The line is longer than {maximumCharacters} characters.");

            line.Append(buffer, start, stop - start);
            start = newline < 0 ? end : newline + 1;
            if (newline >= 0)
                return line.ToString();
        }
    }
}
