using System;

namespace Euralios.Programs.Edit;

/// <summary>How files of a kind are coloured and commented.</summary>
/// <remarks>
/// Colours go by line: a line's first state is what the line before left, so that what is open across lines is known. A state is a byte; 0 is a file's
/// beginning, and what the others mean is the language's own affair.
/// </remarks>
internal abstract class Language
{
    /// <summary>Its name, for the person who edits.</summary>
    internal abstract string Name { get; }

    /// <summary>What begins a comment to the line's end; empty if nothing does.</summary>
    internal virtual string LineComment => "";

    /// <summary>Says what each byte of a line is.</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="state">What the line before left.</param>
    /// <param name="kinds">Where to say it; as long as the line, and plain.</param>
    /// <returns>What this line leaves.</returns>
    internal abstract byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds);

    /// <summary>The language of a file, by its name, or for a script by its first bytes.</summary>
    internal static Language Of(string path, ReadOnlySpan<byte> start)
    {
        if (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".csx", StringComparison.Ordinal))
            return new CSharp();
        if (path.EndsWith(".json", StringComparison.Ordinal))
            return new Json();
        if (path.EndsWith(".md", StringComparison.Ordinal))
            return new Markdown();
        if (path.EndsWith(".sh", StringComparison.Ordinal) || start.StartsWith("#!"u8))
            return new Shell();
        return new PlainText();
    }

    /// <summary>Whether a byte may be part of a word.</summary>
    internal static bool IsWord(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'_' or >= 0x80;

    /// <summary>The length of the word at the beginning of some bytes; 0 if there is none.</summary>
    private protected static int WordLength(ReadOnlySpan<byte> rest)
    {
        int length = 0;
        while (length < rest.Length && IsWord(rest[length]))
            length++;
        return length;
    }

    /// <summary>The length of a number that begins with a digit, with a fraction and an exponent.</summary>
    private protected static int NumberLength(ReadOnlySpan<byte> rest)
    {
        int length = 0;
        while (length < rest.Length)
        {
            bool isFraction = rest[length] == '.' && length + 1 < rest.Length && IsDigit(rest[length + 1]);
            bool isExponent = rest[length] is (byte)'+' or (byte)'-' && length > 0 && rest[length - 1] is (byte)'e' or (byte)'E' && !rest.StartsWith("0x"u8);
            if (!IsWord(rest[length]) && !isFraction && !isExponent)
                break;
            length++;
        }

        return length;
    }

    /// <summary>The length of a text that goes on to a delimiter, which is part of it; with backslashes before characters that mean themselves.</summary>
    private protected static int QuotedLength(ReadOnlySpan<byte> rest, byte delimiter, out bool isClosed)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
            {
                i++;
            }
            else if (rest[i] == delimiter)
            {
                isClosed = true;
                return i + 1;
            }
        }

        isClosed = false;
        return rest.Length;
    }

    private protected static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';
}

/// <summary>A file without colours.</summary>
internal sealed class PlainText : Language
{
    internal override string Name => "text";

    internal override byte Colour(ReadOnlySpan<byte> line, byte state, Span<TokenKind> kinds) => 0;
}
