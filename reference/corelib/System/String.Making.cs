using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace System;

// Members that make new strings, and those that look for something in one.
public sealed partial class String
{
    private const int LongestLength = 0x3FFF_FFDF; // .NET's

    // ILC turns a constructor of a string into a call of the method Ctor with the same parameters, because only that knows how much to allocate.
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[]? value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

    public static bool IsNullOrEmpty(string? value) => value is null || value.Length == 0;

    public static string Concat(string? str0, string? str1) => Concat(str0.AsSpan(), str1.AsSpan(), default, default);

    public static string Concat(string? str0, string? str1, string? str2) => Concat(str0.AsSpan(), str1.AsSpan(), str2.AsSpan(), default);

    public static string Concat(string? str0, string? str1, string? str2, string? str3) =>
        Concat(str0.AsSpan(), str1.AsSpan(), str2.AsSpan(), str3.AsSpan());

    public static string Concat(params string?[] values)
    {
        int length = 0;
        foreach (string? value in values)
            length = Sum(length, value.AsSpan().Length);
        string result = Allocate(length);
        Span<char> rest = result.Characters();
        foreach (string? value in values)
            rest = Append(rest, value.AsSpan());
        return result;
    }

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1) => Concat(str0, str1, default, default);

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2) => Concat(str0, str1, str2, default);

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2, ReadOnlySpan<char> str3)
    {
        string result = Allocate(Sum(Sum(str0.Length, str1.Length), Sum(str2.Length, str3.Length)));
        Append(Append(Append(Append(result.Characters(), str0), str1), str2), str3);
        return result;
    }

    public static string Join(string? separator, params string?[] value)
    {
        int length = 0;
        for (int i = 0; i < value.Length; i++)
            length = Sum(length, Sum(value[i].AsSpan().Length, i == 0 ? 0 : separator.AsSpan().Length));
        string result = Allocate(length);
        Span<char> rest = result.Characters();
        for (int i = 0; i < value.Length; i++)
            rest = Append(Append(rest, i == 0 ? default : separator.AsSpan()), value[i].AsSpan());
        return result;
    }

    public string Substring(int startIndex) => new(this.AsSpan().Slice(startIndex));

    public string Substring(int startIndex, int length) => new(this.AsSpan().Slice(startIndex, length));

    public int IndexOf(char value) => this.AsSpan().IndexOf(value);

    public bool Contains(char value) => IndexOf(value) >= 0;

    public bool StartsWith(char value) => _stringLength > 0 && _firstChar == value;

    public bool EndsWith(char value) => _stringLength > 0 && this[_stringLength - 1] == value;

    private static string Ctor(char c, int count)
    {
        if (count < 0)
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        string result = Allocate(count);
        result.Characters().Fill(c);
        return result;
    }

    private static string Ctor(char[]? value) => Ctor((ReadOnlySpan<char>)value);

    private static string Ctor(ReadOnlySpan<char> value)
    {
        string result = Allocate(value.Length);
        value.CopyTo(result.Characters());
        return result;
    }

    private static unsafe string Allocate(int length)
    {
        if (length == 0)
            return "";
        if (length > LongestLength)
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        return Unsafe.As<string>(RuntimeImports.NewArray("".MethodTableOf(), length));
    }

    private static int Sum(int a, int b)
    {
        // A negative sum is one that wrapped around: too long for a string as well.
        int sum = a + b;
        if (sum < 0)
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        return sum;
    }

    private static Span<char> Append(Span<char> rest, ReadOnlySpan<char> text)
    {
        text.CopyTo(rest);
        return rest.Slice(text.Length);
    }

    private unsafe Internal.Runtime.MethodTable* MethodTableOf() => _methodTable;

    /// <summary>For writing, while nobody else has seen the string.</summary>
    private Span<char> Characters() => new(ref Unsafe.AsRef(in _firstChar), _stringLength);
}
