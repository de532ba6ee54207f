using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Vfs;

/// <summary>
/// Writes a list of mounts as JSON (RFC 8259): an array of paths, <c>["/a","/b"]</c>. Paths are added one by one, then the array is ended.
/// </summary>
/// <remarks>
/// It counts all bytes of the text and writes those for which there is room. So a list over an empty buffer says how long the text is, and the
/// same calls over a buffer of that length write it.
/// </remarks>
/// <param name="destination">Where to write.</param>
internal ref struct MountList(Span<byte> destination)
{
    private readonly Span<byte> destination = destination;
    private int length;

    /// <summary>Adds a path.</summary>
    /// <param name="path">Valid UTF-8; characters that JSON does not take as they are get escaped.</param>
    internal void Add(ReadOnlySpan<byte> path)
    {
        Write(length == 0 ? (byte)'[' : (byte)',');
        Write((byte)'"');
        while (!path.IsEmpty)
        {
            int plain = CountPlain(path);
            Write(path.Slice(0, plain));
            if (plain < path.Length)
                WriteEscaped(path[plain++]);
            path = path.Slice(plain);
        }

        Write((byte)'"');
    }

    /// <summary>Ends the array; nothing can be added then.</summary>
    /// <returns>Bytes of the whole text. If the buffer is shorter, it holds the text's beginning.</returns>
    internal int End()
    {
        if (length == 0)
            Write((byte)'[');
        Write((byte)']');
        return length;
    }

    /// <summary>How many bytes from the start stand for themselves in a string: found eight at a time, because there may be many and long paths.</summary>
    private static unsafe int CountPlain(ReadOnlySpan<byte> path)
    {
        int count = 0;
        fixed (byte* bytes = path)
        {
            while (count <= path.Length - sizeof(ulong) && !MustEscapeAny(*(ulong*)(bytes + count)))
                count += sizeof(ulong);
        }

        while (count < path.Length && !MustEscape(path[count]))
            count++;
        return count;
    }

    /// <summary>Quotation mark, reverse solidus and control characters must be escaped (RFC 8259, 7).</summary>
    private static bool MustEscape(byte value) => value is < 0x20 or (byte)'"' or (byte)'\\';

    /// <summary>Whether one of eight bytes must be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MustEscapeAny(ulong bytes)
    {
        const ulong each = 0x0101_0101_0101_0101;
        ulong quotes = bytes ^ (each * (byte)'"');
        ulong solidi = bytes ^ (each * (byte)'\\');

        // A subtraction carries into a byte's top bit where the byte is smaller; bytes whose top bit is set are not meant.
        ulong smaller = ((bytes - (each * 0x20)) & ~bytes) | ((quotes - each) & ~quotes) | ((solidi - each) & ~solidi);
        return (smaller & (each * 0x80)) != 0;
    }

    private void WriteEscaped(byte value)
    {
        Write((byte)'\\');
        if (value >= 0x20)
        {
            Write(value);
            return;
        }

        Write((byte)'u');
        Write((byte)'0');
        Write((byte)'0');
        Write((byte)('0' + (value >> 4)));
        Write("0123456789abcdef"u8[value & 15]);
    }

    private void Write(ReadOnlySpan<byte> values)
    {
        if (length < destination.Length)
            values.Slice(0, Math.Min(values.Length, destination.Length - length)).CopyTo(destination.Slice(length));
        length += values.Length;
    }

    private void Write(byte value)
    {
        if (length < destination.Length)
            destination[length] = value;
        length++;
    }
}
