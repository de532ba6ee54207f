using System;

namespace Euralios.Std;

/// <summary>A file of an archive.</summary>
public readonly ref struct ArchiveEntry
{
    internal ArchiveEntry(ReadOnlySpan<byte> name, ReadOnlySpan<byte> contents)
    {
        Name = name;
        Contents = contents;
    }

    /// <summary>Its name in UTF-8.</summary>
    public ReadOnlySpan<byte> Name { get; }

    public ReadOnlySpan<byte> Contents { get; }
}

/// <summary>
/// A tar archive in the format ustar (POSIX.1-2017, pax): a header of 512 bytes for each file, then its contents, padded to 512 bytes; at the
/// end two empty headers. It may come from anywhere, so every length is checked; a malformed archive ends where it is malformed.
/// </summary>
public readonly ref struct Archive(ReadOnlySpan<byte> bytes)
{
    private const int BlockSize = 512;
    private const int NameLength = 100;
    private const int SizeOffset = 124;
    private const int SizeLength = 12;
    private const int ChecksumOffset = 148;
    private const int ChecksumLength = 8;
    private const int KindOffset = 156;
    private const int FormatOffset = 257;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Finds a file by its name.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, out ReadOnlySpan<byte> contents)
    {
        foreach (ArchiveEntry entry in this)
        {
            if (entry.Name.SequenceEqual(name))
            {
                contents = entry.Contents;
                return true;
            }
        }

        contents = default;
        return false;
    }

    /// <summary>For <c>foreach</c>: the files in their order.</summary>
    public Enumerator GetEnumerator() => new(bytes);

    /// <summary>Walks over the files.</summary>
    public ref struct Enumerator
    {
        private ReadOnlySpan<byte> rest;
        private ReadOnlySpan<byte> name;
        private ReadOnlySpan<byte> contents;

        internal Enumerator(ReadOnlySpan<byte> bytes)
        {
            rest = bytes;
            name = default;
            contents = default;
        }

        public readonly ArchiveEntry Current => new(name, contents);

        public bool MoveNext()
        {
            while (rest.Length >= BlockSize)
            {
                ReadOnlySpan<byte> header = rest.Slice(0, BlockSize);
                rest = rest.Slice(BlockSize);
                if (!IsHeader(header) || !TryParseOctal(header.Slice(SizeOffset, SizeLength), out ulong size) || size > (ulong)rest.Length)
                {
                    rest = default;
                    return false;
                }

                contents = rest.Slice(0, (int)size);
                int padded = ((int)size + BlockSize - 1) & ~(BlockSize - 1);
                rest = rest.Slice(Math.Min(padded, rest.Length));
                ReadOnlySpan<byte> field = header.Slice(0, NameLength);
                int end = field.IndexOf((byte)0);
                name = end < 0 ? field : field.Slice(0, end);

                // An ordinary file; others, directories for instance, are passed over.
                if (header[KindOffset] is (byte)'0' or 0)
                    return true;
            }

            return false;
        }

        private static bool IsHeader(ReadOnlySpan<byte> header)
        {
            if (!header.Slice(FormatOffset).StartsWith("ustar"u8)
                || !TryParseOctal(header.Slice(ChecksumOffset, ChecksumLength), out ulong expected))
                return false;

            // The sum of all bytes, its own field counted as spaces.
            ulong sum = 0;
            for (int i = 0; i < BlockSize; i++)
                sum += i is >= ChecksumOffset and < ChecksumOffset + ChecksumLength ? (byte)' ' : header[i];
            return sum == expected;
        }

        /// <summary>Digits in base 8, with spaces before and a space or a zero byte after them.</summary>
        private static bool TryParseOctal(ReadOnlySpan<byte> field, out ulong value)
        {
            value = 0;
            int at = 0;
            while (at < field.Length && field[at] == ' ')
                at++;
            int start = at;
            for (; at < field.Length && field[at] is >= (byte)'0' and <= (byte)'7'; at++)
                value = (value << 3) | (uint)(field[at] - '0');
            return at > start && (at == field.Length || field[at] is 0 or (byte)' ');
        }
    }
}
