namespace System;

public sealed partial class String
{
    public string[] Split(char separator, StringSplitOptions options = StringSplitOptions.None) => Split(separator, int.MaxValue, options);

    public string[] Split(char separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        Split(new ReadOnlySpan<char>(ref separator, 1), default, count, options);

    /// <summary>At any of these characters, or at white space where there are none.</summary>
    public string[] Split(params char[]? separator) => Split(separator, int.MaxValue, StringSplitOptions.None);

    /// <inheritdoc cref="Split(char[])"/>
    public string[] Split(char[]? separator, int count) => Split(separator, count, StringSplitOptions.None);

    /// <inheritdoc cref="Split(char[])"/>
    public string[] Split(char[]? separator, StringSplitOptions options) => Split(separator, int.MaxValue, options);

    /// <inheritdoc cref="Split(char[])"/>
    public string[] Split(char[]? separator, int count, StringSplitOptions options) => Split(separator, default, count, options);

    public string[] Split(string? separator, StringSplitOptions options = StringSplitOptions.None) => Split(separator, int.MaxValue, options);

    public string[] Split(string? separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        IsNullOrEmpty(separator) ? Whole(count, options) : Split(default, new ReadOnlySpan<string>(ref separator!, 1), count, options);

    /// <summary>At any of these texts, or at white space where there are none.</summary>
    public string[] Split(string[]? separator, StringSplitOptions options) => Split(separator, int.MaxValue, options);

    /// <inheritdoc cref="Split(string[], StringSplitOptions)"/>
    public string[] Split(string[]? separator, int count, StringSplitOptions options) => Split(default, separator, count, options);

    /// <summary>The string as its only part: an empty text separates nothing.</summary>
    private string[] Whole(int count, StringSplitOptions options)
    {
        string part = (options & StringSplitOptions.TrimEntries) != 0 ? Trim() : this;
        bool isLeftOut = part.Length == 0 && (options & StringSplitOptions.RemoveEmptyEntries) != 0;
        return count == 0 || isLeftOut ? [] : [part];
    }

    /// <summary>At characters and texts; at white space where there are neither. The last of <paramref name="count"/> parts is all that is left.</summary>
    private string[] Split(ReadOnlySpan<char> characters, ReadOnlySpan<string> texts, int count, StringSplitOptions options)
    {
        if (count < 0)
            throw new ArgumentOutOfRangeException(nameof(count));
        if (count <= 1 || _stringLength == 0)
            return Whole(count, options);

        string[] parts = new string[4];
        int found = 0;
        bool keepsEmpty = (options & StringSplitOptions.RemoveEmptyEntries) == 0;
        bool trims = (options & StringSplitOptions.TrimEntries) != 0;
        ReadOnlySpan<char> rest = this;
        while (true)
        {
            int length = NextSeparator(rest, characters, texts, out int separatorLength);
            bool isLast = separatorLength == 0;

            // Empty parts before the last one are left out of it too.
            if (found == count - 1 && !isLast && (keepsEmpty || !IsLeftOut(rest.Slice(0, length), trims)))
            {
                length = rest.Length;
                isLast = true;
            }

            ReadOnlySpan<char> part = trims ? rest.Slice(0, length).Trim() : rest.Slice(0, length);
            if (keepsEmpty || !part.IsEmpty)
            {
                if (found == parts.Length)
                    Array.Resize(ref parts, found * 2);
                parts[found++] = part.Length == _stringLength ? this : new string(part);
            }

            if (isLast)
                break;
            rest = rest.Slice(length + separatorLength);
        }

        Array.Resize(ref parts, found);
        return parts;
    }

    private static bool IsLeftOut(ReadOnlySpan<char> part, bool trims) => (trims ? part.Trim() : part).IsEmpty;

    /// <summary>The index of the first separator, and its length; the text's length and 0 where there is none.</summary>
    private static int NextSeparator(ReadOnlySpan<char> text, ReadOnlySpan<char> characters, ReadOnlySpan<string> texts, out int length)
    {
        bool isWhiteSpace = characters.IsEmpty && texts.IsEmpty;
        for (int i = 0; i < text.Length; i++)
        {
            length = 1;
            if (isWhiteSpace ? char.IsWhiteSpace(text[i]) : characters.IndexOf(text[i]) >= 0)
                return i;
            foreach (string separator in texts)
            {
                length = separator.AsSpan().Length;
                if (length > 0 && text.Slice(i).StartsWith(separator))
                    return i;
            }
        }

        length = 0;
        return text.Length;
    }
}
