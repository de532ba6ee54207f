using System;

namespace Merriwig.Syscalls;

/// <summary>UTF-8 (RFC 3629), the encoding of all text that programs pass.</summary>
internal static class Utf8
{
    /// <summary>
    /// Whether bytes are UTF-8 from the first to the last: characters in their shortest form, up to U+10FFFF, without surrogates (RFC 3629, 4).
    /// </summary>
    internal static bool IsValid(ReadOnlySpan<byte> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            byte lead = text[at++];
            if (lead < 0x80)
                continue;

            // How many bytes follow, and what the first of them may be. Its range is what keeps out longer forms than
            // needed (E0, F0), surrogates (ED) and what is beyond the last character (F4).
            int following;
            byte lowest = 0x80;
            byte highest = 0xBF;
            switch (lead)
            {
                case >= 0xC2 and <= 0xDF:
                    following = 1;
                    break;

                case >= 0xE0 and <= 0xEF:
                    following = 2;
                    if (lead == 0xE0)
                        lowest = 0xA0;
                    else if (lead == 0xED)
                        highest = 0x9F;
                    break;

                case >= 0xF0 and <= 0xF4:
                    following = 3;
                    if (lead == 0xF0)
                        lowest = 0x90;
                    else if (lead == 0xF4)
                        highest = 0x8F;
                    break;

                default:
                    return false;
            }

            for (; following > 0; following--)
            {
                if (at == text.Length || text[at] < lowest || text[at] > highest)
                    return false;
                at++;
                lowest = 0x80;
                highest = 0xBF;
            }
        }

        return true;
    }
}
