using System;

namespace Merriwig.Boot;

/// <summary>The archive of programs that comes as the boot module: a tar file in the format "ustar" (POSIX.1-2017, pax, "ustar Interchange Format").</summary>
internal static class BootArchive
{
    private const int Block = 512;
    private const int NameLength = 100;
    private const int SizeAt = 124;
    private const int SizeLength = 12;
    private const int TypeAt = 156;
    private const int MagicAt = 257;

    /// <summary>Finds a file.</summary>
    /// <param name="archive">The archive. What is malformed ends the search.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="file">Its contents.</param>
    internal static bool TryFind(ReadOnlySpan<byte> archive, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> file)
    {
        file = default;
        while (archive.Length >= Block)
        {
            ReadOnlySpan<byte> header = archive.Slice(0, Block);
            if (!header.Slice(MagicAt, 5).SequenceEqual("ustar"u8) || !TryReadSize(header.Slice(SizeAt, SizeLength), out ulong size))
                return false;
            archive = archive.Slice(Block);
            if (size > (ulong)archive.Length)
                return false;
            if (header[TypeAt] is (byte)'0' or 0 && IsNamed(header.Slice(0, NameLength), name))
            {
                file = archive.Slice(0, (int)size);
                return true;
            }

            ulong padded = (size + Block - 1) / Block * Block;
            archive = archive.Slice((int)Math.Min(padded, (ulong)archive.Length));
        }

        return false;
    }

    private static bool IsNamed(ReadOnlySpan<byte> field, ReadOnlySpan<byte> name) =>
        name.Length < field.Length && field[name.Length] == 0 && field.Slice(0, name.Length).SequenceEqual(name);

    /// <summary>An octal number, padded by spaces or zeros and ended by a space or a zero byte.</summary>
    private static bool TryReadSize(ReadOnlySpan<byte> digits, out ulong size)
    {
        size = 0;
        bool any = false;
        foreach (byte digit in digits)
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                size = (size * 8) + (ulong)(digit - '0');
                any = true;
            }
            else if (digit is not ((byte)' ' or 0))
            {
                return false;
            }
        }

        return any;
    }
}
