using System;

namespace Euralios.Std;

/// <summary>What stands in JSON text.</summary>
public enum JsonToken
{
    /// <summary>The text is over.</summary>
    End,

    ObjectStart,
    ObjectEnd,
    ArrayStart,
    ArrayEnd,

    /// <summary>A member's name, before its value.</summary>
    Name,

    String,
    Number,
    True,
    False,
    Null,

    /// <summary>The text is not JSON from here on.</summary>
    Malformed,
}

/// <summary>
/// Reads JSON (RFC 8259) token by token from UTF-8, wherever it comes from: malformed text ends in <see cref="JsonToken.Malformed"/>, and stays there.
/// It is lenient in that a comma may stand behind the last value.
/// </summary>
public ref struct JsonReader(ReadOnlySpan<byte> text)
{
    private const int Deepest = 32;

    private ReadOnlySpan<byte> rest = text;
    private ReadOnlySpan<byte> value;

    /// <summary>A bit for each level, from the lowest, innermost: 1 an object, 0 an array.</summary>
    private uint levels;
    private int depth;
    private bool isNameNext;
    private bool isMalformed;
    private bool isAfterValue;

    /// <summary>How many objects and arrays are open.</summary>
    public readonly int Depth => depth;

    /// <summary>The text of a name or a string.</summary>
    public readonly string Text => JsonText.Unescape(value);

    /// <summary>A number that is a whole one, not negative, and fits.</summary>
    public readonly bool TryGetNumber(out ulong number)
    {
        number = 0;
        if (value.IsEmpty || value.Length > 19)
            return false;
        foreach (byte digit in value)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>Whether the name or string just read is this one.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => value.SequenceEqual(name);

    /// <summary>Goes to the next token.</summary>
    public JsonToken Read()
    {
        JsonToken token = isMalformed ? JsonToken.Malformed : ReadNext();
        isMalformed = token == JsonToken.Malformed;
        return token;
    }

    /// <summary>Goes behind the object or array that has just begun, or does nothing after any other value.</summary>
    public void Skip(JsonToken token)
    {
        if (token is not (JsonToken.ObjectStart or JsonToken.ArrayStart))
            return;
        int outside = depth - 1;
        while (depth > outside && Read() is not (JsonToken.End or JsonToken.Malformed))
        {
        }
    }

    private JsonToken ReadNext()
    {
        SkipSpace();
        if (rest.IsEmpty)
            return depth == 0 && isAfterValue ? JsonToken.End : JsonToken.Malformed;
        bool isObject = depth > 0 && (levels & 1) != 0;
        if (rest[0] == ',' && isAfterValue && depth > 0)
        {
            rest = rest.Slice(1);
            isAfterValue = false;
            isNameNext = isObject;
            SkipSpace();
            if (rest.IsEmpty)
                return JsonToken.Malformed;
        }
        else if (isAfterValue && rest[0] is not ((byte)'}' or (byte)']'))
        {
            return JsonToken.Malformed;
        }

        switch (rest[0])
        {
            case (byte)'}' when isObject && (isNameNext || isAfterValue):
            case (byte)']' when depth > 0 && !isObject:
                rest = rest.Slice(1);
                levels >>= 1;
                depth--;
                isAfterValue = true;
                return isObject ? JsonToken.ObjectEnd : JsonToken.ArrayEnd;
            case (byte)'"' when isObject && isNameNext:
                return ReadName();
        }

        return isObject && isNameNext ? JsonToken.Malformed : ReadValue();
    }

    private JsonToken ReadName()
    {
        if (!TryTakeString())
            return JsonToken.Malformed;
        SkipSpace();
        if (rest.IsEmpty || rest[0] != ':')
            return JsonToken.Malformed;
        rest = rest.Slice(1);
        isNameNext = false;
        return JsonToken.Name;
    }

    private JsonToken ReadValue()
    {
        isAfterValue = true;
        switch (rest[0])
        {
            case (byte)'{' or (byte)'[' when depth < Deepest:
                bool isObject = rest[0] == '{';
                rest = rest.Slice(1);
                levels = (levels << 1) | (isObject ? 1u : 0);
                depth++;
                isNameNext = isObject;
                isAfterValue = false;
                return isObject ? JsonToken.ObjectStart : JsonToken.ArrayStart;
            case (byte)'"':
                return TryTakeString() ? JsonToken.String : JsonToken.Malformed;
            case (byte)'t':
                return Take("true"u8, JsonToken.True);
            case (byte)'f':
                return Take("false"u8, JsonToken.False);
            case (byte)'n':
                return Take("null"u8, JsonToken.Null);
            default:
                return TakeNumber();
        }
    }

    private void SkipSpace()
    {
        while (!rest.IsEmpty && rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            rest = rest.Slice(1);
    }

    private JsonToken Take(ReadOnlySpan<byte> word, JsonToken token)
    {
        if (!rest.StartsWith(word))
            return JsonToken.Malformed;
        rest = rest.Slice(word.Length);
        return token;
    }

    private JsonToken TakeNumber()
    {
        int length = 0;
        while (length < rest.Length && rest[length] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E')
            length++;
        value = rest.Slice(0, length);
        rest = rest.Slice(length);
        return length > 0 && value[length - 1] is >= (byte)'0' and <= (byte)'9' ? JsonToken.Number : JsonToken.Malformed;
    }

    private bool TryTakeString()
    {
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] < ' ')
                return false;
            if (rest[i] == '\\')
            {
                i++;
                continue;
            }

            if (rest[i] != '"')
                continue;
            value = rest.Slice(1, i - 1);
            rest = rest.Slice(i + 1);
            return true;
        }

        return false;
    }
}
