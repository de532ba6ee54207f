using System;

namespace Euralios.Std;

/// <summary>Names of files and directories: one component of a path.</summary>
public static class FileName
{
    /// <summary>A name's bytes in UTF-8 at most.</summary>
    public const int Longest = 255;

    /// <summary>Whether something in a directory can be called so.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length is 0 or > Longest || name is "." or "..")
            return false;
        int bytes = 0;
        Span<byte> character = stackalloc byte[Utf8.LongestCharacter];
        for (ReadOnlySpan<char> rest = name; !rest.IsEmpty;)
        {
            if (rest[0] is '/' or '\0')
                return false;
            bytes += Utf8.Encode(Utf8.TakeCodePoint(ref rest), character);
        }

        return bytes <= Longest;
    }

    /// <summary>The order of names: by their characters' numbers.</summary>
    public static int Compare(string a, string b)
    {
        int length = Math.Min(a.Length, b.Length);
        for (int i = 0; i < length; i++)
        {
            if (a[i] != b[i])
                return a[i] - b[i];
        }

        return a.Length - b.Length;
    }
}
