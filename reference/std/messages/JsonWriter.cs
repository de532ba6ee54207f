using System;

namespace Euralios.Std;

/// <summary>Writes JSON (RFC 8259) as UTF-8. The caller sees to it that what it begins it ends.</summary>
public sealed class JsonWriter
{
    private byte[] bytes = new byte[256];
    private int length;
    private bool isAfterValue;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Bytes => new(bytes, 0, length);

    public JsonWriter StartObject() => Start((byte)'{');

    public JsonWriter EndObject() => End((byte)'}');

    public JsonWriter StartArray() => Start((byte)'[');

    public JsonWriter EndArray() => End((byte)']');

    /// <summary>A member's name; its value follows.</summary>
    public JsonWriter Name(string name)
    {
        String(name);
        Add((byte)':');
        isAfterValue = false;
        return this;
    }

    public JsonWriter Number(ulong value)
    {
        Separate();
        Span<byte> digits = stackalloc byte[20];
        int at = digits.Length;
        do
        {
            digits[--at] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);
        Add(digits.Slice(at));
        return this;
    }

    public JsonWriter String(string text)
    {
        Separate();
        Add((byte)'"');
        Span<byte> character = stackalloc byte[Utf8.LongestCharacter];
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            uint codePoint = Utf8.TakeCodePoint(ref rest);
            if (codePoint is '"' or '\\')
            {
                Add((byte)'\\');
                Add((byte)codePoint);
            }
            else if (codePoint < ' ')
            {
                Add("\\u00"u8);
                Add("0123456789abcdef"u8[(int)codePoint >> 4]);
                Add("0123456789abcdef"u8[(int)codePoint & 15]);
            }
            else
            {
                Add(character.Slice(0, Utf8.Encode(codePoint, character)));
            }
        }

        Add((byte)'"');
        return this;
    }

    private JsonWriter Start(byte bracket)
    {
        Separate();
        Add(bracket);
        isAfterValue = false;
        return this;
    }

    private JsonWriter End(byte bracket)
    {
        Add(bracket);
        isAfterValue = true;
        return this;
    }

    private void Separate()
    {
        if (isAfterValue)
            Add((byte)',');
        isAfterValue = true;
    }

    private void Add(byte value) => Add([value]);

    private void Add(scoped ReadOnlySpan<byte> more)
    {
        if (bytes.Length - length < more.Length)
        {
            byte[] larger = new byte[(bytes.Length * 2) + more.Length];
            Bytes.CopyTo(larger);
            bytes = larger;
        }

        more.CopyTo(new Span<byte>(bytes, length, more.Length));
        length += more.Length;
    }
}
