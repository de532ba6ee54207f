namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler turns an interpolated string into, where a string is wanted: pieces gathered in a buffer that grows.</summary>
[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int GuessPerHole = 11;
    private const int SmallestBuffer = 64;

    private char[] buffer;
    private int length;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount) =>
        buffer = new char[Math.Max(SmallestBuffer, literalLength + (formattedCount * GuessPerHole))];

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount, IFormatProvider? provider)
        : this(literalLength, formattedCount)
    {
    }

    public void AppendLiteral(string value) => Append(value);

    public void AppendFormatted(scoped ReadOnlySpan<char> value) => Append(value);

    public void AppendFormatted(string? value) => Append(value);

    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
    {
        int start = length;
        Append(value);
        Align(start, alignment);
    }

    public void AppendFormatted(string? value, int alignment = 0, string? format = null) => AppendFormatted(value.AsSpan(), alignment);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null) => AppendFormatted<object?>(value, alignment, format);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        // For a struct the JIT knows the answers, and the casts box nothing.
        if (value is ISpanFormattable)
        {
            int written;
            while (!((ISpanFormattable)value).TryFormat(new Span<char>(buffer, length, buffer.Length - length), out written, format, null))
                Grow(buffer.Length - length + 1);
            length += written;
        }
        else if (value is IFormattable)
        {
            Append(((IFormattable)value).ToString(format, null));
        }
        else if (value is not null)
        {
            Append(value.ToString());
        }
    }

    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    /// <summary>Within a field: to the right for a positive width, to the left for a negative one.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        int start = length;
        AppendFormatted(value, format);
        Align(start, alignment);
    }

    public string ToStringAndClear()
    {
        string text = ToString();
        Clear();
        return text;
    }

    public override string ToString() => new(Text);

    public void Clear() => length = 0;

    /// <summary>What there is so far.</summary>
    public ReadOnlySpan<char> Text => new(buffer, 0, length);

    private void Align(int start, int alignment)
    {
        int missing = (alignment < 0 ? -alignment : alignment) - (length - start);
        if (missing <= 0)
            return;
        Grow(missing);
        Span<char> field = new Span<char>(buffer, start, length - start + missing);
        if (alignment > 0)
        {
            field.Slice(0, length - start).CopyTo(field.Slice(missing));
            field.Slice(0, missing).Fill(' ');
        }
        else
        {
            field.Slice(length - start).Fill(' ');
        }

        length += missing;
    }

    internal void Append(char character)
    {
        Grow(1);
        buffer[length++] = character;
    }

    private void Append(scoped ReadOnlySpan<char> text)
    {
        Grow(text.Length);
        text.CopyTo(new Span<char>(buffer, length, text.Length));
        length += text.Length;
    }

    /// <summary>Makes room, at least doubling the buffer where there is none.</summary>
    private void Grow(int more)
    {
        if (more <= buffer.Length - length)
            return;
        char[] larger = new char[Math.Max(buffer.Length * 2, length + more)];
        new ReadOnlySpan<char>(buffer, 0, length).CopyTo(larger);
        buffer = larger;
    }
}
