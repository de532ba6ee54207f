using System.Runtime.CompilerServices;

namespace System.Text;

/// <summary>A text that grows and changes, in one array.</summary>
public sealed partial class StringBuilder
{
    private const int DefaultCapacity = 16;

    private char[] characters;
    private int length;

    public StringBuilder()
        : this(DefaultCapacity)
    {
    }

    public StringBuilder(int capacity)
    {
        if (capacity < 0)
            throw new ArgumentOutOfRangeException(nameof(capacity));
        characters = new char[capacity == 0 ? DefaultCapacity : capacity];
    }

    public StringBuilder(string? value)
        : this(value, DefaultCapacity)
    {
    }

    public StringBuilder(string? value, int capacity)
        : this(Math.Max(capacity, value.AsSpan().Length)) => Append(value);

    public int Length
    {
        get => length;
        set
        {
            if (value < 0)
                throw new ArgumentOutOfRangeException(nameof(value));
            if (value > length)
                Append('\0', value - length);
            length = value;
        }
    }

    public int Capacity
    {
        get => characters.Length;
        set
        {
            if (value < length)
                throw new ArgumentOutOfRangeException(nameof(value), "capacity was less than the current size.");
            Array.Resize(ref characters, value);
        }
    }

    public int MaxCapacity => int.MaxValue;

    [IndexerName("Chars")]
    public char this[int index]
    {
        get
        {
            if ((uint)index >= (uint)length)
                throw new IndexOutOfRangeException();
            return characters[index];
        }

        set
        {
            if ((uint)index >= (uint)length)
                throw new ArgumentOutOfRangeException(nameof(index));
            characters[index] = value;
        }
    }

    public StringBuilder Clear()
    {
        length = 0;
        return this;
    }

    public int EnsureCapacity(int capacity)
    {
        if (capacity > characters.Length)
            Capacity = capacity;
        return characters.Length;
    }

    public StringBuilder Remove(int startIndex, int length)
    {
        if (startIndex < 0)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if (length < 0 || length > this.length - startIndex)
            throw new ArgumentOutOfRangeException(nameof(length));
        characters.AsSpan(startIndex + length, this.length - startIndex - length).CopyTo(characters.AsSpan(startIndex));
        this.length -= length;
        return this;
    }

    public StringBuilder Replace(char oldChar, char newChar) => Replace(oldChar, newChar, 0, length);

    public StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
    {
        foreach (ref char character in characters.AsSpan(startIndex, Within(startIndex, count)))
        {
            if (character == oldChar)
                character = newChar;
        }

        return this;
    }

    public StringBuilder Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, 0, length);

    public StringBuilder Replace(string oldValue, string? newValue, int startIndex, int count)
    {
        string replaced = ToString(startIndex, Within(startIndex, count)).Replace(oldValue, newValue);
        return Remove(startIndex, count).Insert(startIndex, replaced);
    }

    public override string ToString() => new(characters, 0, length);

    public string ToString(int startIndex, int length) => new(characters, startIndex, Within(startIndex, length));

    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        characters.AsSpan(sourceIndex, Within(sourceIndex, count)).CopyTo(destination.AsSpan(destinationIndex));

    public void CopyTo(int sourceIndex, Span<char> destination, int count) =>
        characters.AsSpan(sourceIndex, Within(sourceIndex, count)).CopyTo(destination);

    public bool Equals(StringBuilder? sb) => sb is not null && Equals((ReadOnlySpan<char>)sb.characters.AsSpan(0, sb.length));

    public bool Equals(ReadOnlySpan<char> span) => characters.AsSpan(0, length).SequenceEqual(span);

    private int Within(int start, int count)
    {
        if ((uint)start > (uint)length)
            throw new ArgumentOutOfRangeException(nameof(start));
        if ((uint)count > (uint)(length - start))
            throw new ArgumentOutOfRangeException(nameof(count));
        return count;
    }

    /// <summary>Room for more characters at a place; those behind it move up.</summary>
    private Span<char> MakeGap(int index, int count)
    {
        int needed = checked(length + count);
        if (needed > characters.Length)
            Array.Resize(ref characters, Math.Max(needed, (int)Math.Min(2L * characters.Length, Array.MaxLength)));
        characters.AsSpan(index, length - index).CopyTo(characters.AsSpan(index + count));
        length = needed;
        return characters.AsSpan(index, count);
    }

    /// <summary>What the C# compiler turns an interpolated string into that is appended: its pieces go straight into the text.</summary>
    [InterpolatedStringHandler]
    public struct AppendInterpolatedStringHandler
    {
        private const int GuessPerHole = 11;

        private readonly StringBuilder builder;

        public AppendInterpolatedStringHandler(int literalLength, int formattedCount, StringBuilder stringBuilder)
        {
            builder = stringBuilder;
            builder.EnsureCapacity(Math.Min(builder.length + literalLength + (formattedCount * GuessPerHole), 2 * builder.Capacity));
        }

        public AppendInterpolatedStringHandler(int literalLength, int formattedCount, StringBuilder stringBuilder, IFormatProvider? provider)
            : this(literalLength, formattedCount, stringBuilder)
        {
        }

        public void AppendLiteral(string value) => builder.Append(value);

        public void AppendFormatted(ReadOnlySpan<char> value) => builder.Append(value);

        public void AppendFormatted(ReadOnlySpan<char> value, int alignment = 0, string? format = null)
        {
            int start = builder.length;
            builder.Append(value);
            Align(start, alignment);
        }

        public void AppendFormatted(string? value) => builder.Append(value);

        public void AppendFormatted(string? value, int alignment = 0, string? format = null) => AppendFormatted(value.AsSpan(), alignment);

        public void AppendFormatted(object? value, int alignment = 0, string? format = null) => AppendFormatted<object?>(value, alignment, format);

        public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

        public void AppendFormatted<T>(T value, string? format)
        {
            // For a struct the JIT knows the answers, and the casts box nothing.
            if (value is ISpanFormattable)
            {
                int written;
                while (!((ISpanFormattable)value).TryFormat(builder.characters.AsSpan(builder.length), out written, format, null))
                    builder.EnsureCapacity(builder.characters.Length * 2);
                builder.length += written;
            }
            else if (value is IFormattable)
            {
                builder.Append(((IFormattable)value).ToString(format, null));
            }
            else if (value is not null)
            {
                builder.Append(value.ToString());
            }
        }

        public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

        /// <summary>Within a field: to the right for a positive width, to the left for a negative one.</summary>
        public void AppendFormatted<T>(T value, int alignment, string? format)
        {
            int start = builder.length;
            AppendFormatted(value, format);
            Align(start, alignment);
        }

        private readonly void Align(int start, int alignment)
        {
            int missing = Math.Abs(alignment) - (builder.length - start);
            if (missing > 0)
                builder.MakeGap(alignment > 0 ? start : builder.length, missing).Fill(' ');
        }
    }
}
