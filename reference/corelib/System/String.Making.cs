using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace System;

// Strings from characters and from other strings.
public sealed partial class String
{
    private const int LongestLength = 0x3FFF_FFDF; // .NET's

    // ILC turns a constructor of a string into a call of the method Ctor with the same parameters, because only that knows how much to allocate.
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[]? value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value, int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

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

    public static string Join(string? separator, params string?[] value) => Join(separator.AsSpan(), value);

    public static string Join(char separator, params string?[] value) => Join(new ReadOnlySpan<char>(ref separator, 1), value);

    public static string Join(string? separator, string?[] value, int startIndex, int count) =>
        Join(separator, new ReadOnlySpan<string?>(value, startIndex, count));

    public static string Join(string? separator, params object?[] values) => Join(separator, Texts(values));

    public static string Join(char separator, params object?[] values) => Join(separator, Texts(values));

    public static string Join(string? separator, IEnumerable<string?> values) => JoinAll(separator, values);

    public static string Join<T>(string? separator, IEnumerable<T> values) => JoinAll(separator, values);

    public static string Join<T>(char separator, IEnumerable<T> values) => JoinAll(new ReadOnlySpan<char>(ref separator, 1), values);

    public static string Concat(object? arg0) => arg0?.ToString() ?? "";

    public static string Concat(object? arg0, object? arg1) => Concat(arg0?.ToString(), arg1?.ToString());

    public static string Concat(object? arg0, object? arg1, object? arg2) => Concat(arg0?.ToString(), arg1?.ToString(), arg2?.ToString());

    public static string Concat(params object?[] args) => Concat(Texts(args));

    public static string Concat(IEnumerable<string?> values) => JoinAll(default, values);

    public static string Concat<T>(IEnumerable<T> values) => JoinAll(default, values);

    /// <summary>An interpolated string; the provider is passed over, because nothing depends on a culture.</summary>
    public static string Create(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument(nameof(provider))] ref DefaultInterpolatedStringHandler handler) =>
        handler.ToStringAndClear();

    private static string Join(ReadOnlySpan<char> separator, ReadOnlySpan<string?> values)
    {
        int length = 0;
        for (int i = 0; i < values.Length; i++)
            length = Sum(length, Sum(values[i].AsSpan().Length, i == 0 ? 0 : separator.Length));
        string result = Allocate(length);
        Span<char> rest = result.Characters();
        for (int i = 0; i < values.Length; i++)
            rest = Append(Append(rest, i == 0 ? default : separator), values[i]);
        return result;
    }

    private static string JoinAll<T>(ReadOnlySpan<char> separator, IEnumerable<T> values)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0);
        bool isFirst = true;
        foreach (T value in values)
        {
            if (!isFirst)
                text.AppendFormatted(separator);
            isFirst = false;
            text.AppendFormatted(value);
        }

        return text.ToStringAndClear();
    }

    private static string?[] Texts(object?[] values)
    {
        string?[] texts = new string?[values.Length];
        for (int i = 0; i < values.Length; i++)
            texts[i] = values[i]?.ToString();
        return texts;
    }

    private static string Ctor(char c, int count)
    {
        if (count < 0)
            ThrowHelpers.ThrowArgumentOutOfRangeException();
        string result = Allocate(count);
        result.Characters().Fill(c);
        return result;
    }

    private static string Ctor(char[]? value) => Ctor((ReadOnlySpan<char>)value);

    private static string Ctor(char[] value, int startIndex, int length) => Ctor(new ReadOnlySpan<char>(value, startIndex, length));

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

    private unsafe Internal.Runtime.MethodTable* MethodTableOf() => m_pEEType;

    /// <summary>For writing, while nobody else has seen the string.</summary>
    private Span<char> Characters() => new(ref Unsafe.AsRef(in _firstChar), _stringLength);
}
