using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Programs.Http;

/// <summary>From a request's target to a path below the directory that is served. No path leads out of it.</summary>
internal static class RequestPath
{
    /// <summary>Resolves a target. What could mean another directory on any system has no meaning here: a slash, a zero or a control character in a name, or "..".</summary>
    /// <param name="target">A target that begins with a slash.</param>
    /// <param name="path">Names with slashes between them; empty for the directory itself.</param>
    /// <param name="isDirectory">Whether the target ends with a slash, and so means a directory.</param>
    internal static bool TryResolve(string target, out string path, out bool isDirectory)
    {
        path = "";
        int query = target.IndexOf('?');
        string plain = query < 0 ? target : target.Substring(0, query);
        isDirectory = plain.EndsWith('/');
        if (!plain.StartsWith('/'))
            return false;
        var names = new List<string>();
        foreach (string part in plain.Split('/'))
        {
            if (!TryDecode(part, out string name) || name == "..")
                return false;
            if (name.Length == 0 || name == ".")
                continue;
            names.Add(name);
        }

        path = string.Join("/", names);
        return true;
    }

    /// <summary>A name as it is written in a target (RFC 3986, section 2.1).</summary>
    internal static string Encode(string name)
    {
        const string Hexadecimal = "0123456789ABCDEF";
        var text = new StringBuilder();
        foreach (byte value in Encoding.UTF8.GetBytes(name))
        {
            char character = (char)value;
            if (char.IsAsciiLetterOrDigit(character) || "-._~".Contains(character))
                text.Append(character);
            else
                text.Append('%').Append(Hexadecimal[value >> 4]).Append(Hexadecimal[value & 15]);
        }

        return text.ToString();
    }

    /// <summary>A name without its percent signs. It is UTF-8: what is malformed is refused, and so are the characters that no name has.</summary>
    private static bool TryDecode(string text, out string name)
    {
        name = "";
        byte[] bytes = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int value = text[i];
            if (value == '%')
            {
                if (i + 2 >= text.Length || !TryGetDigit(text[i + 1], out int high) || !TryGetDigit(text[i + 2], out int low))
                    return false;
                value = (high << 4) | low;
                i += 2;
            }

            if (value is < ' ' or 0x7F or '/' or '\\')
                return false;
            bytes[length++] = (byte)value;
        }

        name = Encoding.UTF8.GetString(new ReadOnlySpan<byte>(bytes, 0, length));
        return !name.Contains('\uFFFD');
    }

    private static bool TryGetDigit(char character, out int digit)
    {
        digit = character is >= '0' and <= '9' ? character - '0' : (character | 0x20) is >= 'a' and <= 'f' ? (character | 0x20) - 'a' + 10 : -1;
        return digit >= 0;
    }
}
