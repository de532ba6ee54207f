using System.Globalization;

namespace System;

// What kind of character it is, for all of Unicode's first plane.
public readonly partial struct Char
{
    public static UnicodeCategory GetUnicodeCategory(char c) => UnicodeTables.Category(c);

    public static bool IsAscii(char c) => c < 0x80;

    public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    public static bool IsAsciiLetter(char c) => (char)(c | 0x20) is >= 'a' and <= 'z';

    public static bool IsAsciiLetterUpper(char c) => c is >= 'A' and <= 'Z';

    public static bool IsAsciiLetterLower(char c) => c is >= 'a' and <= 'z';

    public static bool IsAsciiLetterOrDigit(char c) => IsAsciiLetter(c) || IsAsciiDigit(c);

    public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || (char)(c | 0x20) is >= 'a' and <= 'f';

    public static bool IsBetween(char c, char minInclusive, char maxInclusive) => c >= minInclusive && c <= maxInclusive;

    public static bool IsControl(char c) => c is < ' ' or (>= '\u007f' and <= '\u009f');

    public static bool IsSurrogate(char c) => c is >= '\ud800' and <= '\udfff';

    public static bool IsHighSurrogate(char c) => c is >= '\ud800' and <= '\udbff';

    public static bool IsLowSurrogate(char c) => c is >= '\udc00' and <= '\udfff';

    public static bool IsSurrogatePair(char highSurrogate, char lowSurrogate) => IsHighSurrogate(highSurrogate) && IsLowSurrogate(lowSurrogate);

    public static int ConvertToUtf32(char highSurrogate, char lowSurrogate)
    {
        if (!IsHighSurrogate(highSurrogate))
            throw new ArgumentOutOfRangeException(nameof(highSurrogate));
        if (!IsLowSurrogate(lowSurrogate))
            throw new ArgumentOutOfRangeException(nameof(lowSurrogate));
        return 0x1_0000 + ((highSurrogate - 0xD800) << 10) + (lowSurrogate - 0xDC00);
    }

    public static string ConvertFromUtf32(int utf32)
    {
        if (utf32 is < 0 or > 0x10_FFFF or (>= 0xD800 and <= 0xDFFF))
            throw new ArgumentOutOfRangeException(nameof(utf32));
        if (utf32 < 0x1_0000)
            return ToString((char)utf32);
        return new string([(char)(0xD800 + ((utf32 - 0x1_0000) >> 10)), (char)(0xDC00 + (utf32 & 0x3FF))]);
    }

    public static bool IsLetter(char c) => c < 0x80 ? IsAsciiLetter(c) : IsOf(c, UnicodeCategory.UppercaseLetter, UnicodeCategory.OtherLetter);

    public static bool IsLetter(string s, int index) => IsLetter(s[index]);

    public static bool IsDigit(char c) => c < 0x80 ? IsAsciiDigit(c) : GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsDigit(string s, int index) => IsDigit(s[index]);

    public static bool IsLetterOrDigit(char c) => c < 0x80 ? IsAsciiLetterOrDigit(c) : IsLetter(c) || IsDigit(c);

    public static bool IsLetterOrDigit(string s, int index) => IsLetterOrDigit(s[index]);

    public static bool IsNumber(char c) => c < 0x80 ? IsAsciiDigit(c) : IsOf(c, UnicodeCategory.DecimalDigitNumber, UnicodeCategory.OtherNumber);

    public static bool IsNumber(string s, int index) => IsNumber(s[index]);

    public static bool IsUpper(char c) => c < 0x80 ? IsAsciiLetterUpper(c) : GetUnicodeCategory(c) == UnicodeCategory.UppercaseLetter;

    public static bool IsUpper(string s, int index) => IsUpper(s[index]);

    public static bool IsLower(char c) => c < 0x80 ? IsAsciiLetterLower(c) : GetUnicodeCategory(c) == UnicodeCategory.LowercaseLetter;

    public static bool IsLower(string s, int index) => IsLower(s[index]);

    public static bool IsWhiteSpace(char c) => c < 0x80 ? c is ' ' or (>= '\t' and <= '\r') : c == '\u0085' || IsSeparator(c);

    public static bool IsWhiteSpace(string s, int index) => IsWhiteSpace(s[index]);

    public static bool IsPunctuation(char c) => IsOf(c, UnicodeCategory.ConnectorPunctuation, UnicodeCategory.OtherPunctuation);

    public static bool IsPunctuation(string s, int index) => IsPunctuation(s[index]);

    public static bool IsSymbol(char c) => IsOf(c, UnicodeCategory.MathSymbol, UnicodeCategory.OtherSymbol);

    public static bool IsSymbol(string s, int index) => IsSymbol(s[index]);

    public static bool IsSeparator(char c) => c < 0x80 ? c == ' ' : IsOf(c, UnicodeCategory.SpaceSeparator, UnicodeCategory.ParagraphSeparator);

    public static bool IsSeparator(string s, int index) => IsSeparator(s[index]);

    private static bool IsOf(char c, UnicodeCategory first, UnicodeCategory last) =>
        GetUnicodeCategory(c) is var category && category >= first && category <= last;
}
