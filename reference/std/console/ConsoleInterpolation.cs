using System.Runtime.CompilerServices;
using Euralios.Std;

namespace System;

/// <summary>What the C# compiler turns an interpolated string for the console into.</summary>
[InterpolatedStringHandler]
public ref struct ConsoleInterpolation
{
    private const int LongestField = 96;

    internal ConsoleText Text;

    public ConsoleInterpolation(int literalLength, int formattedCount)
    {
    }

    public void AppendLiteral(string value) => Text.Append(value);

    public void AppendFormatted(scoped ReadOnlySpan<char> value) => Text.Append(value);

    public void AppendFormatted(string? value) => Text.Append(value);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    /// <summary>Within a field: to the right for a positive width, to the left for a negative one.</summary>
    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        // For a struct the JIT knows the answers, and the casts box nothing.
        Span<char> field = stackalloc char[LongestField];
        if (value is ISpanFormattable && ((ISpanFormattable)value).TryFormat(field, out int length, format, null))
            AppendAligned(field.Slice(0, length), alignment);
        else if (value is IFormattable)
            AppendAligned(((IFormattable)value).ToString(format, null), alignment);
        else
            AppendAligned(value?.ToString(), alignment);
    }

    private void AppendAligned(scoped ReadOnlySpan<char> text, int alignment)
    {
        AppendSpaces(alignment - text.Length);
        Text.Append(text);
        AppendSpaces(-alignment - text.Length);
    }

    private void AppendSpaces(int count)
    {
        for (; count > 0; count--)
            Text.Append(" ");
    }
}
