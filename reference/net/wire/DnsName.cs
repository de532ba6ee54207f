using System;
using System.Text;

namespace Euralios.Net.Wire;

/// <summary>
/// Names of the Domain Name System, in messages and as text (RFC 1035, sections 2.3.4, 3.1, 4.1.4 and 5.1). As text they are in small letters,
/// because case does not matter to them, without the last dot, and what is not a printable character of ASCII stands as \DDD.
/// </summary>
public static class DnsName
{
    /// <summary>The most bytes of a label.</summary>
    public const int MaximumLabel = 63;

    /// <summary>The most bytes of a name in a message.</summary>
    public const int MaximumLength = 255;

    /// <summary>Reads a name.</summary>
    /// <param name="message">The whole message: a name may go on elsewhere in it.</param>
    /// <param name="position">Where the name begins; afterwards, what follows it.</param>
    /// <param name="name">The name; empty for the root.</param>
    /// <returns>
    /// Whether there is one. Where a name goes on, it does so before the place that it was read from so far: so no chain of places ends where it
    /// began.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<byte> message, ref int position, out string name)
    {
        var text = new StringBuilder();
        name = "";
        int at = position;
        int partBegin = position;
        int length = 0;
        bool jumped = false;
        while (true)
        {
            if (at >= message.Length)
                return false;

            int label = message[at];
            if (label >= 0xC0)
            {
                if (at + 1 >= message.Length)
                    return false;
                if (!jumped)
                    position = at + 2;
                jumped = true;
                at = ((label & 0x3F) << 8) | message[at + 1];
                if (at >= partBegin)
                    return false;
                partBegin = at;
                continue;
            }

            length += label + 1;
            if (label > MaximumLabel || length > MaximumLength || at + label >= message.Length)
                return false;
            at++;
            if (label == 0)
                break;

            if (text.Length > 0)
                text.Append('.');
            foreach (byte character in message.Slice(at, label))
                Append(text, character);
            at += label;
        }

        if (!jumped)
            position = at;
        name = text.ToString();
        return true;
    }

    /// <summary>
    /// The name that a person's text means, as <see cref="TryRead"/> would give it: labels of letters, digits, hyphens and underscores, with one dot
    /// between each two, and one at the end or none.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out string name)
    {
        name = "";
        if (text.Length > 1 && text[text.Length - 1] == '.')
            text = text.Slice(0, text.Length - 1);

        // A name takes a byte more than its text for the first label's length, and one for the root's.
        if (text.IsEmpty || text.Length > MaximumLength - 2)
            return false;

        var small = new StringBuilder(text.Length);
        int label = 0;
        foreach (char character in text)
        {
            bool isDot = character == '.';
            if (isDot ? label == 0 : !IsOfHostName(character) || label == MaximumLabel)
                return false;
            label = isDot ? 0 : label + 1;
            small.Append(Small(character));
        }

        name = small.ToString();
        return label > 0;
    }

    /// <summary>Writes a name that <see cref="TryParse"/> gave into a span of at least <see cref="MaximumLength"/> bytes.</summary>
    /// <returns>The bytes that it took.</returns>
    public static int Write(string name, Span<byte> bytes)
    {
        int labelAt = 0;
        int at = 1;
        foreach (char character in name)
        {
            if (character == '.')
            {
                bytes[labelAt] = (byte)(at - labelAt - 1);
                labelAt = at++;
            }
            else
            {
                bytes[at++] = (byte)character;
            }
        }

        bytes[labelAt] = (byte)(at - labelAt - 1);
        bytes[at++] = 0;
        return at;
    }

    private static bool IsOfHostName(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';

    private static char Small(char character) => character is >= 'A' and <= 'Z' ? (char)(character + 'a' - 'A') : character;

    private static void Append(StringBuilder text, byte character)
    {
        bool isPlain = character is > (byte)' ' and < 0x7F and not ((byte)'.' or (byte)'\\');
        if (isPlain)
            text.Append(Small((char)character));
        else
            text.Append('\\').Append(Digit(character / 100)).Append(Digit(character / 10)).Append(Digit(character));
    }

    private static char Digit(int number) => (char)('0' + (number % 10));
}
