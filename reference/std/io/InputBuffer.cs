using System;

namespace Euralios.Std;

/// <summary>Bytes that have been received and not been read: UTF-8, in pieces that end anywhere.</summary>
internal sealed class InputBuffer
{
    private byte[] bytes = new byte[256];
    private int start;
    private int end;

    /// <summary>How far from the start there is no line end.</summary>
    private int searched;

    internal bool IsEmpty => start == end;

    internal ReadOnlySpan<byte> Bytes => new(bytes, start, end - start);

    internal void Append(ReadOnlySpan<byte> more)
    {
        int length = end - start;
        if (bytes.Length - end < more.Length)
        {
            byte[] target = bytes.Length - length < more.Length ? new byte[Math.Max(bytes.Length * 2, length + more.Length)] : bytes;
            Bytes.CopyTo(target);
            bytes = target;
            start = 0;
            end = length;
        }

        more.CopyTo(new Span<byte>(bytes, end, more.Length));
        end += more.Length;
    }

    /// <summary>Takes a line, whose end is not part of what is returned.</summary>
    /// <param name="isEnd">Whether no more will come, so that what is there is a line without an end.</param>
    /// <param name="line">The line.</param>
    internal bool TryTakeLine(bool isEnd, out string line)
    {
        int length = Bytes.Slice(searched).IndexOf((byte)'\n');
        if (length < 0 && (!isEnd || IsEmpty))
        {
            searched = end - start;
            line = "";
            return false;
        }

        ReadOnlySpan<byte> text = Bytes;
        int taken = length < 0 ? text.Length : searched + length + 1;
        text = text.Slice(0, length < 0 ? taken : taken - 1);
        if (length >= 0 && text.Length > 0 && text[text.Length - 1] == '\r')
            text = text.Slice(0, text.Length - 1);
        line = Utf8.GetString(text);
        Take(taken);
        return true;
    }

    /// <summary>Takes a character.</summary>
    /// <param name="isEnd">Whether no more will come, so that a beginning of a character is malformed.</param>
    /// <param name="codePoint">The character.</param>
    internal bool TryTakeCodePoint(bool isEnd, out uint codePoint)
    {
        ReadOnlySpan<byte> text = Bytes;
        codePoint = 0;
        if (text.IsEmpty || (!isEnd && Utf8.IsIncomplete(text)))
            return false;
        codePoint = Utf8.TakeCodePoint(ref text);
        Take(end - start - text.Length);
        return true;
    }

    /// <summary>Takes as many bytes as there are and have room.</summary>
    internal int TakeBytes(Span<byte> destination)
    {
        int count = Math.Min(destination.Length, end - start);
        Bytes.Slice(0, count).CopyTo(destination);
        Take(count);
        return count;
    }

    private void Take(int count)
    {
        start += count;
        searched = 0;
        if (start == end)
            start = end = 0;
    }
}
