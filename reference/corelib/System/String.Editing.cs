namespace System;

// New strings from one that is there.
public sealed partial class String
{
    public string Substring(int startIndex)
    {
        if ((uint)startIndex > (uint)_stringLength)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        return startIndex == 0 ? this : new string(this.AsSpan(startIndex));
    }

    public string Substring(int startIndex, int length)
    {
        if ((uint)startIndex > (uint)_stringLength)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if ((uint)length > (uint)(_stringLength - startIndex))
            throw new ArgumentOutOfRangeException(nameof(length));
        return length == _stringLength ? this : new string(this.AsSpan(startIndex, length));
    }

    public string Insert(int startIndex, string value)
    {
        if ((uint)startIndex > (uint)_stringLength)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        return Concat(this.AsSpan(0, startIndex), NotNull(value), this.AsSpan(startIndex));
    }

    public string Remove(int startIndex)
    {
        if ((uint)startIndex > (uint)_stringLength)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        return Substring(0, startIndex);
    }

    public string Remove(int startIndex, int count)
    {
        Part(startIndex, count);
        return Concat(this.AsSpan(0, startIndex), this.AsSpan(startIndex + count));
    }

    public string Replace(char oldChar, char newChar)
    {
        if (IndexOf(oldChar) < 0)
            return this;
        string result = new(this.AsSpan());
        foreach (ref char character in result.Characters())
        {
            if (character == oldChar)
                character = newChar;
        }

        return result;
    }

    public string Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, StringComparison.Ordinal);

    public string Replace(string oldValue, string? newValue, StringComparison comparisonType)
    {
        if (oldValue is null)
            throw new ArgumentNullException(nameof(oldValue));
        if (oldValue.Length == 0)
            throw new ArgumentException("String cannot be of zero length.", nameof(oldValue));

        // Counted first, so that the result is made once.
        int count = 0;
        for (ReadOnlySpan<char> rest = this; rest.IndexOf(oldValue, comparisonType) is >= 0 and var at; rest = rest.Slice(at + oldValue.Length))
            count++;
        if (count == 0)
            return this;
        string result = Allocate(_stringLength, count, newValue.AsSpan().Length - oldValue.Length);
        Span<char> room = result.Characters();
        ReadOnlySpan<char> left = this;
        for (; left.IndexOf(oldValue, comparisonType) is >= 0 and var at; left = left.Slice(at + oldValue.Length))
            room = Append(Append(room, left.Slice(0, at)), newValue);
        Append(room, left);
        return result;
    }

    public string Trim() => Trimmed(this.AsSpan().Trim());

    public string TrimStart() => Trimmed(this.AsSpan().TrimStart());

    public string TrimEnd() => Trimmed(this.AsSpan().TrimEnd());

    public string Trim(char trimChar) => Trimmed(this.AsSpan().Trim(trimChar));

    public string TrimStart(char trimChar) => Trimmed(this.AsSpan().TrimStart(trimChar));

    public string TrimEnd(char trimChar) => Trimmed(this.AsSpan().TrimEnd(trimChar));

    /// <summary>Any of these characters, or white space where there are none.</summary>
    public string Trim(params char[]? trimChars) => Trimmed(this.AsSpan().Trim(trimChars));

    /// <inheritdoc cref="Trim(char[])"/>
    public string TrimStart(params char[]? trimChars) => Trimmed(this.AsSpan().TrimStart(trimChars));

    /// <inheritdoc cref="Trim(char[])"/>
    public string TrimEnd(params char[]? trimChars) => Trimmed(this.AsSpan().TrimEnd(trimChars));

    public string PadLeft(int totalWidth) => PadLeft(totalWidth, ' ');

    public string PadLeft(int totalWidth, char paddingChar)
    {
        if (totalWidth < 0)
            throw new ArgumentOutOfRangeException(nameof(totalWidth));
        int missing = totalWidth - _stringLength;
        if (missing <= 0)
            return this;
        string result = new(paddingChar, totalWidth);
        this.AsSpan().CopyTo(result.Characters().Slice(missing));
        return result;
    }

    public string PadRight(int totalWidth) => PadRight(totalWidth, ' ');

    public string PadRight(int totalWidth, char paddingChar)
    {
        if (totalWidth < 0)
            throw new ArgumentOutOfRangeException(nameof(totalWidth));
        if (totalWidth <= _stringLength)
            return this;
        string result = new(paddingChar, totalWidth);
        this.AsSpan().CopyTo(result.Characters());
        return result;
    }

    public string ToLower() => ToLowerInvariant();

    public string ToUpper() => ToUpperInvariant();

    public string ToLowerInvariant()
    {
        string result = new(this.AsSpan());
        foreach (ref char character in result.Characters())
            character = char.ToLowerInvariant(character);
        return result;
    }

    public string ToUpperInvariant()
    {
        string result = new(this.AsSpan());
        foreach (ref char character in result.Characters())
            character = char.ToUpperInvariant(character);
        return result;
    }

    public char[] ToCharArray() => this.AsSpan().ToArray();

    public char[] ToCharArray(int startIndex, int length) => Part(startIndex, length).ToArray();

    public void CopyTo(Span<char> destination) => this.AsSpan().CopyTo(destination);

    public bool TryCopyTo(Span<char> destination) => this.AsSpan().TryCopyTo(destination);

    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        Part(sourceIndex, count).CopyTo(destination.AsSpan(destinationIndex, count));

    private string Trimmed(ReadOnlySpan<char> part) => part.Length == _stringLength ? this : new string(part);

    /// <summary>Room for a string that grows, or shrinks, by a number of characters several times.</summary>
    private static string Allocate(int length, int times, int growth)
    {
        long total = length + ((long)times * growth);
        if (total > LongestLength)
            throw new OutOfMemoryException();
        return Allocate((int)total);
    }
}
