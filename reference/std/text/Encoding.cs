using Euralios.Std;

namespace System.Text;

/// <summary>Texts as bytes. What is malformed or not in the encoding becomes U+FFFD, or a question mark outside of UTF-8.</summary>
public abstract class Encoding
{
    private static readonly Encoding Utf8Encoding = new Utf8Bytes();
    private static readonly Encoding AsciiEncoding = new SingleBytes(0x7F);
    private static readonly Encoding Latin1Encoding = new SingleBytes(0xFF);

    public static Encoding UTF8 => Utf8Encoding;

    public static Encoding ASCII => AsciiEncoding;

    public static Encoding Latin1 => Latin1Encoding;

    public static Encoding Default => Utf8Encoding;

    public virtual byte[] GetBytes(string s) => Encode(s);

    public virtual byte[] GetBytes(char[] chars) => Encode(chars);

    public virtual byte[] GetBytes(char[] chars, int index, int count) => Encode(new ReadOnlySpan<char>(chars, index, count));

    public virtual int GetBytes(ReadOnlySpan<char> chars, Span<byte> bytes)
    {
        byte[] encoded = Encode(chars);
        encoded.AsSpan().CopyTo(bytes);
        return encoded.Length;
    }

    public virtual int GetByteCount(string s) => Encode(s).Length;

    public virtual int GetByteCount(char[] chars) => Encode(chars).Length;

    public virtual int GetByteCount(ReadOnlySpan<char> chars) => Encode(chars).Length;

    public virtual string GetString(byte[] bytes) => Decode(bytes);

    public virtual string GetString(byte[] bytes, int index, int count) => Decode(new ReadOnlySpan<byte>(bytes, index, count));

    public string GetString(ReadOnlySpan<byte> bytes) => Decode(bytes);

    public virtual char[] GetChars(byte[] bytes) => Decode(bytes).ToCharArray();

    public virtual int GetCharCount(byte[] bytes) => Decode(bytes).Length;

    private protected abstract byte[] Encode(ReadOnlySpan<char> text);

    private protected abstract string Decode(ReadOnlySpan<byte> bytes);

    private sealed class Utf8Bytes : Encoding
    {
        private protected override byte[] Encode(ReadOnlySpan<char> text) => Utf8.GetBytes(text);

        private protected override string Decode(ReadOnlySpan<byte> bytes) => Utf8.GetString(bytes);
    }

    /// <summary>One byte for each of Unicode's first characters.</summary>
    private sealed class SingleBytes(byte last) : Encoding
    {
        private protected override byte[] Encode(ReadOnlySpan<char> text)
        {
            byte[] bytes = new byte[text.Length];
            int length = 0;
            while (!text.IsEmpty)
            {
                uint codePoint = Utf8.TakeCodePoint(ref text);
                bytes[length++] = codePoint <= last ? (byte)codePoint : (byte)'?';
            }

            Array.Resize(ref bytes, length);
            return bytes;
        }

        private protected override string Decode(ReadOnlySpan<byte> bytes)
        {
            char[] text = new char[bytes.Length];
            for (int i = 0; i < text.Length; i++)
                text[i] = bytes[i] <= last ? (char)bytes[i] : '?';
            return new string(text);
        }
    }
}
