using System;
using System.Collections.Generic;

internal static class Strings
{
    internal static void Run()
    {
        Print.Topic("strings");
        Making();
        Comparing();
        Searching();
        Editing();
        Splitting();
        Formatting();
    }

    private static void Making()
    {
        Print.Line(
            new string('x', 0), new string('x', 3), new string(new[] { 'a', 'b' }), new string(['a', 'b', 'c'], 1, 2),
            new string("span".AsSpan(1, 2)));
        Print.Line(
            string.Concat("a", null, "b"), string.Concat("1", "2", "3", "4"), string.Concat(1, 'c', 2.5),
            string.Concat(new List<string> { "x", "y" }));
        Print.Line(
            string.Join(", ", "a", "b"), string.Join('-', "a", null, "b"), string.Join("", new[] { "q" }),
            string.Join(",", new List<int> { 1, 2 }));
        Print.Line(
            string.Join(" ", 1, "two", 3.5, null, true), string.Join("/", new[] { "a", "b", "c", "d" }, 1, 2),
            string.Join(";", new List<string>()));
        Print.Line(
            string.IsNullOrEmpty(null), string.IsNullOrEmpty(""), string.IsNullOrEmpty(" "), string.IsNullOrWhiteSpace(" \t\u00a0\u2003"),
            string.IsNullOrWhiteSpace("x"));
        Print.Line("abc"[1], "abc"[^1], "abcdef"[1..3], "abcdef"[..^2], "abc".Length, string.Empty.Length);
        Print.Line("é€😀".Length, "é€😀"[3], "aé".ToCharArray().Length, "abcd".ToCharArray(1, 2)[1]);
        string text = "";
        foreach (char character in "walk")
            text = character + text;
        Print.Line(text, ("a" + 1) + 'c' + 2.5 + null + true);
    }

    private static void Comparing()
    {
        Print.Line(
            Math.Sign(string.Compare("a", "b")), Math.Sign(string.Compare("b", "a")), string.Compare("a", "a"),
            Math.Sign(string.Compare(null, "a")), string.Compare(null, null));
        Print.Line(
            string.CompareOrdinal("a", "B") > 0, "a".CompareTo("B") > 0, string.Compare("a", "B", true) < 0,
            string.Compare("a", "B", StringComparison.OrdinalIgnoreCase) < 0);
        Print.Line(
            "ab".CompareTo("abc"), "abd".CompareTo("abc"), string.CompareOrdinal("xabc", 1, "yabd", 1, 2),
            string.CompareOrdinal("xabc", 1, "yabd", 1, 3) < 0);
        Print.Line(
            "a" == "A", "a".Equals("A", StringComparison.OrdinalIgnoreCase), string.Equals("é", "É", StringComparison.OrdinalIgnoreCase),
            string.Equals(null, null), "a" != null);
        Print.Line(
            "Straße".Equals("STRASSE", StringComparison.OrdinalIgnoreCase), "привет".Equals("ПРИВЕТ", StringComparison.OrdinalIgnoreCase),
            "ΑΒΓ".Equals("αβγ", StringComparison.InvariantCultureIgnoreCase));
        Print.Line(
            "abc".GetHashCode() == new string(['a', 'b', 'c']).GetHashCode(),
            "abc".GetHashCode(StringComparison.OrdinalIgnoreCase) == "ABC".GetHashCode(StringComparison.OrdinalIgnoreCase));
        Print.Line(
            "abc".StartsWith("ab"), "abc".StartsWith(""), "abc".StartsWith('a'), "abc".StartsWith("AB", StringComparison.OrdinalIgnoreCase),
            "abc".EndsWith("bc"), "abc".EndsWith('c'), "abc".EndsWith("BC", StringComparison.Ordinal));
        var words = new List<string> { "b", "a", "B", "A", "_", "ä", "z", "" };
        words.Sort();
        Print.All(words);
        words.Sort(StringComparer.OrdinalIgnoreCase);
        Print.Line(words[0], words[7]);
    }

    private static void Searching()
    {
        const string text = "abcabcabc";
        Print.Line(
            text.IndexOf('b'), text.IndexOf('b', 2), text.IndexOf('b', 2, 2), text.IndexOf('z'), text.IndexOf("ca"), text.IndexOf("ca", 3),
            text.IndexOf("ca", 3, 2), text.IndexOf(""), text.IndexOf("", 4));
        Print.Line(
            text.IndexOf("CA", StringComparison.OrdinalIgnoreCase), text.IndexOf("CA", StringComparison.Ordinal),
            text.IndexOf("Ca", 4, StringComparison.OrdinalIgnoreCase), text.IndexOf('C', StringComparison.OrdinalIgnoreCase));
        Print.Line(
            text.LastIndexOf('b'), text.LastIndexOf('b', 5), text.LastIndexOf("ab"), text.LastIndexOf("zz"), text.LastIndexOf(""),
            text.LastIndexOf("AB", StringComparison.OrdinalIgnoreCase), "".LastIndexOf('x'));
        Print.Line(text.IndexOfAny(['c', 'b']), text.IndexOfAny(['c'], 3), text.IndexOfAny(['x']), text.LastIndexOfAny(['a', 'b']));
        Print.Line(
            text.Contains('c'), text.Contains("bca"), text.Contains("BCA"), text.Contains("BCA", StringComparison.OrdinalIgnoreCase),
            text.Contains(""), text.Contains('C', StringComparison.OrdinalIgnoreCase));
    }

    private static void Editing()
    {
        Print.Line(
            "abcdef".Substring(2), "abcdef".Substring(6), "abcdef".Substring(1, 3), "abc".Insert(1, "XY"), "abc".Insert(3, "!"),
            "abcdef".Remove(2), "abcdef".Remove(1, 3));
        Print.Line(
            "aXbXc".Replace('X', '-'), "aXXbXX".Replace("XX", ""), "aaa".Replace("aa", "b"), "abc".Replace("z", "y"), "abc".Replace("b", null),
            "aBAb".Replace("ab", "*", StringComparison.OrdinalIgnoreCase));
        Print.Line(
            "[" + "  a b \t\n".Trim() + "]", "[" + "  a ".TrimStart() + "]", "[" + "  a ".TrimEnd() + "]", "xxaxx".Trim('x'),
            "xyaxy".TrimStart('x', 'y'), "xyaxy".TrimEnd(['x', 'y']), "xxa".TrimStart('x'), " \u00a0\u3000a".Trim());
        Print.Line("[" + "a".PadLeft(3) + "]", "[" + "a".PadRight(3) + "]", "7".PadLeft(3, '0'), "7".PadRight(3, '.'), "long".PadLeft(2));
        Print.Line("Grüße ÀÉ ñ Ωω Жж ǆ ß İı ŉ".ToUpperInvariant(), "GRÜSSE ÀÉ Ñ ΩΣ Ж İI K".ToLowerInvariant(), "abC".ToUpper(), "abC".ToLower());
        char[] room = ['.', '.', '.', '.'];
        "abc".CopyTo(1, room, 2, 2);
        Print.Line(new string(room), "same".ToString(), "clone".Clone());
    }

    private static void Splitting()
    {
        Print.All("a,b,,c".Split(','));
        Print.All("a,b,,c".Split(',', StringSplitOptions.RemoveEmptyEntries));
        Print.All(" a , b ,  , c ".Split(',', StringSplitOptions.TrimEntries));
        Print.All(" a , b ,  , c ".Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Print.All("a,b,c,d".Split(',', 2));
        Print.All(",,a,,b,c,".Split(',', 2, StringSplitOptions.RemoveEmptyEntries));
        Print.All(" one  two\tthree\n".Split());
        Print.All(" one  two\tthree\n".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Print.All("a-b_c".Split('-', '_'));
        Print.All("a-b_c".Split(['-', '_'], 2));
        Print.All("a--b--c".Split("--"));
        Print.All("a--b__c".Split(["--", "__"], StringSplitOptions.None));
        Print.All("a--b__c".Split(["--", "__"], 2, StringSplitOptions.None));
        Print.All("abc".Split(""));
        Print.All("".Split(','));
        Print.All("".Split(',', StringSplitOptions.RemoveEmptyEntries));
        Print.All("a,b".Split(',', 0));
        Print.All("a,b".Split(',', 1));
        Print.All("a, b".Split(", ", StringSplitOptions.TrimEntries));
    }

    private static void Formatting()
    {
        Print.Line(
            string.Format("{0} {1} {0}", "a", 2), string.Format("{{{0}}}", 5), string.Format("[{0,5}] [{0,-5}] [{1:X4}]", "ab", 255),
            string.Format("{0}", (object?)null));
        Print.Line(string.Format("{0:F2} {1:N0} {2:D3}", 1.005, 1234567, 7), string.Format("{3}{2}{1}{0}", 1, 2, 3, 4), string.Format("none"));
        int n = 42;
        Print.Line($"{n}", $"{n:x}", $"{n,6}|{n,-6}|", $"{n,6:D4}", $"{"text",6}", $"{null}|", $"{1.5:F1}", $"{true} {'c'}", $"{{{n}}}", $"{n:D70}".Length);
        Print.Line($"{new DateTime(2024, 2, 29):yyyy-MM-dd}", $"{TimeSpan.FromMinutes(90)}", $"{(1, "a")}", $"{new KeyValuePair<string, int>("k", 1)}");
    }
}
