using System;
using System.Globalization;

internal static class Characters
{
    internal static void Run()
    {
        Print.Topic("characters");
        foreach (char c in "aZ0 _-+$.,\t\n\u0085\u00a0éÉßñ¿«²½ªΩωςЖж中あ٣Ⅷ€∑\u2028\u3000\ud83d\ude00\u0301")
        {
            Print.Line(
                ((int)c).ToString("x"), char.IsLetter(c), char.IsDigit(c), char.IsLetterOrDigit(c), char.IsNumber(c), char.IsUpper(c), char.IsLower(c), char.IsWhiteSpace(c),
                char.IsPunctuation(c), char.IsSymbol(c), char.IsSeparator(c), char.IsControl(c), char.IsSurrogate(c), (int)char.ToUpper(c), (int)char.ToLowerInvariant(c), (int)char.GetUnicodeCategory(c));
        }

        int letters = 0, upper = 0, spaces = 0, hash = 0;
        for (int i = 0; i <= char.MaxValue; i += 7)
        {
            letters += char.IsLetter((char)i) ? 1 : 0;
            upper += char.IsUpper((char)i) ? 1 : 0;
            spaces += char.IsWhiteSpace((char)i) ? 1 : 0;
            hash = unchecked((hash * 31) + char.ToUpperInvariant((char)i) + char.ToLowerInvariant((char)i));
        }

        Print.Line(letters, upper, spaces, hash);
        Print.Line(
            char.ConvertFromUtf32(0x1F600), char.ConvertToUtf32('\ud83d', '\ude00'), char.IsSurrogatePair('\ud83d', '\ude00'),
            char.IsHighSurrogate('\ud83d'), char.IsDigit("a1", 1), char.Parse("x"), char.TryParse("xy", out _));
        Print.Line(
            'a'.CompareTo('b'), 'a'.Equals('a'), (char)('a' + 1), 'a' + 1, char.IsAsciiLetter('é'), char.IsAsciiHexDigit('f'),
            char.IsBetween('b', 'a', 'c'), char.IsAsciiDigit('5'), char.ToString('q'), 'x'.ToString());
        Print.Line(
            CultureInfo.InvariantCulture.Name == "", char.IsAscii('a'), char.IsAsciiLetterOrDigit('_'), char.IsAsciiLetterUpper('A'),
            char.IsAsciiLetterLower('A'));
    }
}
