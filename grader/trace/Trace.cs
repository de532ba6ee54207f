using System.Text;

namespace Euralios.Grader.Tracing;

/// <summary>
/// What the guest wrote on COM2: lines <c>subsystem.event key=value key2="quoted value"</c>. Guest output is data from a stranger, so reading
/// never fails; bytes become characters one to one (Latin-1), and whoever shows them escapes them.
/// </summary>
public sealed class Trace
{
    private Trace(IReadOnlyList<TraceEvent> lines) => Lines = lines;

    /// <summary>All lines except blank ones, damaged ones included.</summary>
    public IReadOnlyList<TraceEvent> Lines { get; }

    /// <summary>The lines that are events.</summary>
    public IEnumerable<TraceEvent> Events => Lines.Where(line => !line.IsDamaged);

    /// <summary>Reads a trace. A last line without its line end was cut off, so it is damaged even where it looks complete.</summary>
    public static Trace Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<TraceEvent>();
        var number = 0;
        while (!bytes.IsEmpty)
        {
            number++;
            var end = bytes.IndexOf((byte)'\n');
            var text = Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]).TrimEnd('\r');
            bytes = end < 0 ? [] : bytes[(end + 1)..];
            if (text.Trim(' ').Length > 0)
            {
                lines.Add(end < 0 ? Damaged(number, text) : ParseLine(number, text));
            }
        }

        return new Trace(lines);
    }

    private static TraceEvent Damaged(int number, string text) => new(number, "", [], text);

    private static TraceEvent ParseLine(int number, string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var name = end < 0 ? text : text[..end];
        var values = new List<KeyValuePair<string, string>>();
        var position = name.Length;
        while (position < text.Length)
        {
            if (text[position] != ' ' || !TryValue(text, position + 1, out var value, out position))
            {
                return Damaged(number, text);
            }

            values.Add(value);
        }

        return IsEventName(name) ? new TraceEvent(number, name, values, text) : Damaged(number, text);
    }

    private static bool IsEventName(string name)
    {
        var parts = name.Split('.');
        return parts.Length >= 2 && parts.All(part => part.Length > 0 && part.All(IsNameCharacter));
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private static bool TryValue(string text, int start, out KeyValuePair<string, string> value, out int next)
    {
        value = default;
        next = start;
        while (next < text.Length && IsNameCharacter(text[next]))
        {
            next++;
        }

        if (next == start || next == text.Length || text[next] != '=')
        {
            return false;
        }

        var key = text[start..next];
        next++;
        if (next < text.Length && text[next] == '"')
        {
            if (!TryQuoted(text, next + 1, out var quoted, out next))
            {
                return false;
            }

            value = new(key, quoted);
            return true;
        }

        var from = next;
        while (next < text.Length && text[next] is not (' ' or '"'))
        {
            next++;
        }

        value = new(key, text[from..next]);
        return true;
    }

    private static bool TryQuoted(string text, int start, out string value, out int next)
    {
        var builder = new StringBuilder();
        for (next = start; next < text.Length; next++)
        {
            var character = text[next];
            if (character == '"')
            {
                value = builder.ToString();
                next++;
                return true;
            }

            if (character == '\\' && !TryEscape(text, ref next, out character))
            {
                break;
            }

            builder.Append(character);
        }

        value = "";
        return false;
    }

    /// <summary>Reads an escape that starts at <paramref name="position"/> and leaves it at the escape's last character.</summary>
    private static bool TryEscape(string text, ref int position, out char character)
    {
        position++;
        character = position < text.Length ? text[position] : '\0';
        switch (character)
        {
            case '"' or '\\':
                return true;
            case 'n':
                character = '\n';
                return true;
            case 'r':
                character = '\r';
                return true;
            case 't':
                character = '\t';
                return true;
            case 'x' when position + 2 < text.Length && char.IsAsciiHexDigit(text[position + 1]) && char.IsAsciiHexDigit(text[position + 2]):
                character = (char)Convert.ToByte(text.Substring(position + 1, 2), 16);
                position += 2;
                return true;
            default:
                return false;
        }
    }
}
