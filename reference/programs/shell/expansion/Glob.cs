using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Shell;

/// <summary>
/// Patterns of names: <c>*</c> is any text, <c>?</c> a character, <c>[a-z]</c> one of some, <c>[!a-z]</c> one of the others, and what follows a backslash is itself.
/// A name that begins with a point is found only by a pattern that does.
/// </summary>
internal static class Glob
{
    private const char Escape = '\\';

    /// <summary>Whether there is anything in a pattern that is not itself.</summary>
    internal static bool IsPattern(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == Escape)
                i++;
            else if (pattern[i] is '*' or '?' or '[')
                return true;
        }

        return false;
    }

    /// <summary>A pattern's text without the backslashes.</summary>
    internal static string Unescape(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == Escape && i + 1 < pattern.Length)
                i++;
            text.Append(pattern[i]);
        }

        return text.ToString();
    }

    /// <summary>Adds the paths that a pattern finds, by their names; returns whether there are any.</summary>
    internal static bool Find(string pattern, IExpansionSource source, List<string> paths)
    {
        int before = paths.Count;
        int start = 0;
        while (start < pattern.Length && pattern[start] == '/')
            start++;
        Walk(start > 0 ? "/" : "", pattern.Substring(start), source, paths);
        return paths.Count > before;
    }

    /// <summary>Whether a pattern describes all of a name.</summary>
    internal static bool IsMatch(string pattern, string name)
    {
        if (name.StartsWith('.') && !pattern.StartsWith('.') && !pattern.StartsWith("\\."))
            return false;
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                // First nothing; where the rest does not fit, a character more each time.
                star = ++p;
                starName = n;
            }
            else if (p < pattern.Length && MatchesOne(pattern, ref p, name[n]))
            {
                n++;
            }
            else if (star >= 0)
            {
                p = star;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    /// <summary>Goes on behind a part of a pattern that describes one character; leaves the place as it is where it does not describe this one.</summary>
    private static bool MatchesOne(string pattern, ref int p, char character)
    {
        switch (pattern[p])
        {
            case '?':
                p++;
                return true;
            case '[' when TryMatchSet(pattern, p, character, out int end, out bool isIn):
                p = isIn ? end : p;
                return isIn;
            case Escape when p + 1 < pattern.Length:
                if (pattern[p + 1] != character)
                    return false;
                p += 2;
                return true;
            default:
                if (pattern[p] != character)
                    return false;
                p++;
                return true;
        }
    }

    /// <summary>A set in brackets; false where there is no closing one.</summary>
    private static bool TryMatchSet(string pattern, int start, char character, out int end, out bool isIn)
    {
        int at = start + 1;
        bool isNegated = at < pattern.Length && pattern[at] is '!' or '^';
        if (isNegated)
            at++;
        isIn = false;
        int first = at;
        for (; at < pattern.Length && (pattern[at] != ']' || at == first); at++)
        {
            char low = TakeMember(pattern, ref at);
            char high = low;
            if (at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
            {
                at += 2;
                high = TakeMember(pattern, ref at);
            }

            isIn |= character >= low && character <= high;
        }

        end = at + 1;
        isIn ^= isNegated;
        return at < pattern.Length;
    }

    private static char TakeMember(string pattern, ref int at)
    {
        if (pattern[at] == Escape && at + 1 < pattern.Length)
            at++;
        return pattern[at];
    }

    /// <summary>Walks down the directories, a component of the pattern each time.</summary>
    private static void Walk(string directory, string pattern, IExpansionSource source, List<string> paths)
    {
        int slash = pattern.IndexOf('/');
        string component = slash < 0 ? pattern : pattern.Substring(0, slash);
        string rest = slash < 0 ? "" : pattern.Substring(slash).TrimStart('/');
        bool isLast = rest.Length == 0;
        bool needsDirectory = slash >= 0;
        if (!IsPattern(component) && (!isLast || component is "." or ".."))
        {
            if (isLast)
                paths.Add(directory + component + (needsDirectory ? "/" : ""));
            else
                Walk(directory + Unescape(component) + "/", rest, source, paths);
            return;
        }

        if (!source.TryList(directory, out List<ListedName> names))
            return;
        names.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (ListedName name in names)
        {
            if ((needsDirectory && !name.IsDirectory) || !IsMatch(component, name.Name))
                continue;
            string path = directory + name.Name + (needsDirectory ? "/" : "");
            if (isLast)
                paths.Add(path);
            else
                Walk(path, rest, source, paths);
        }
    }
}
