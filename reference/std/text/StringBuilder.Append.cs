using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Text;

// What can be put at the end of the text, or into it.
public sealed partial class StringBuilder
{
    public StringBuilder Append(char value)
    {
        MakeGap(length, 1)[0] = value;
        return this;
    }

    public StringBuilder Append(char value, int repeatCount)
    {
        if (repeatCount < 0)
            throw new ArgumentOutOfRangeException(nameof(repeatCount));
        MakeGap(length, repeatCount).Fill(value);
        return this;
    }

    public StringBuilder Append(string? value) => Append(value.AsSpan());

    public StringBuilder Append(string? value, int startIndex, int count) => Append(value.AsSpan().Slice(startIndex, count));

    public StringBuilder Append(char[]? value) => Append((ReadOnlySpan<char>)value);

    public StringBuilder Append(char[]? value, int startIndex, int charCount) => Append(new ReadOnlySpan<char>(value, startIndex, charCount));

    public StringBuilder Append(ReadOnlySpan<char> value)
    {
        value.CopyTo(MakeGap(length, value.Length));
        return this;
    }

    public StringBuilder Append(StringBuilder? value) => value is null ? this : Append(value.ToString());

    public StringBuilder Append(StringBuilder? value, int startIndex, int count) => value is null ? this : Append(value.ToString(startIndex, count));

    public StringBuilder Append(object? value) => Append(value?.ToString());

    public StringBuilder Append(bool value) => AppendValue(value);

    public StringBuilder Append(byte value) => AppendValue(value);

    public StringBuilder Append(sbyte value) => AppendValue(value);

    public StringBuilder Append(short value) => AppendValue(value);

    public StringBuilder Append(ushort value) => AppendValue(value);

    public StringBuilder Append(int value) => AppendValue(value);

    public StringBuilder Append(uint value) => AppendValue(value);

    public StringBuilder Append(long value) => AppendValue(value);

    public StringBuilder Append(ulong value) => AppendValue(value);

    public StringBuilder Append(float value) => AppendValue(value);

    public StringBuilder Append(double value) => AppendValue(value);

    public StringBuilder Append([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => this;

    public StringBuilder Append(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) => this;

    public StringBuilder AppendLine() => Append('\n');

    public StringBuilder AppendLine(string? value) => Append(value).Append('\n');

    public StringBuilder AppendLine([InterpolatedStringHandlerArgument("")] ref AppendInterpolatedStringHandler handler) => AppendLine();

    public StringBuilder AppendLine(
        IFormatProvider? provider, [InterpolatedStringHandlerArgument("", nameof(provider))] ref AppendInterpolatedStringHandler handler) => AppendLine();

    public StringBuilder AppendFormat(string format, object? arg0) => Append(string.Format(format, arg0));

    public StringBuilder AppendFormat(string format, object? arg0, object? arg1) => Append(string.Format(format, arg0, arg1));

    public StringBuilder AppendFormat(string format, object? arg0, object? arg1, object? arg2) => Append(string.Format(format, arg0, arg1, arg2));

    public StringBuilder AppendFormat(string format, params object?[] args) => Append(string.Format(format, args));

    public StringBuilder AppendFormat(IFormatProvider? provider, string format, params object?[] args) => Append(string.Format(format, args));

    public StringBuilder AppendJoin(string? separator, params string?[] values) => Append(string.Join(separator, values));

    public StringBuilder AppendJoin(string? separator, params object?[] values) => Append(string.Join(separator, values));

    public StringBuilder AppendJoin(char separator, params string?[] values) => Append(string.Join(separator, values));

    public StringBuilder AppendJoin(char separator, params object?[] values) => Append(string.Join(separator, values));

    public StringBuilder AppendJoin<T>(string? separator, IEnumerable<T> values) => Append(string.Join(separator, values));

    public StringBuilder AppendJoin<T>(char separator, IEnumerable<T> values) => Append(string.Join(separator, values));

    public StringBuilder Insert(int index, string? value) => Insert(index, value.AsSpan());

    public StringBuilder Insert(int index, ReadOnlySpan<char> value)
    {
        if ((uint)index > (uint)length)
            throw new ArgumentOutOfRangeException(nameof(index));
        value.CopyTo(MakeGap(index, value.Length));
        return this;
    }

    public StringBuilder Insert(int index, string? value, int count)
    {
        for (int i = 0; i < count; i++)
            Insert(index, value);
        return this;
    }

    public StringBuilder Insert(int index, char value) => Insert(index, new ReadOnlySpan<char>(ref value));

    public StringBuilder Insert(int index, char[]? value) => Insert(index, (ReadOnlySpan<char>)value);

    public StringBuilder Insert(int index, object? value) => Insert(index, value?.ToString());

    public StringBuilder Insert(int index, bool value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, byte value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, sbyte value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, short value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, ushort value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, int value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, uint value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, long value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, ulong value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, float value) => Insert(index, value.ToString());

    public StringBuilder Insert(int index, double value) => Insert(index, value.ToString());

    private StringBuilder AppendValue<T>(T value)
    {
        var handler = new AppendInterpolatedStringHandler(0, 1, this);
        handler.AppendFormatted(value);
        return this;
    }
}
