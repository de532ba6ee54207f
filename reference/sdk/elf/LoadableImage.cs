using System.Buffers.Binary;

namespace Euralios.Sdk.Elf;

/// <summary>The part of an ELF image that a loader reads: header, program headers and segments, without sections, symbols and debug information.</summary>
public static class LoadableImage
{
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const uint Load = 1; // PT_LOAD

    /// <summary>The loadable part of an image; <paramref name="name"/> stands in messages.</summary>
    /// <exception cref="ElfFormatException">It is no ELF image.</exception>
    public static byte[] Of(string name, byte[] image)
    {
        if (image.Length < HeaderSize || !image.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new ElfFormatException($"{name}: not a 64-bit little-endian ELF file");
        ulong table = BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(32));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(56));
        ulong end = Checked(table, (ulong)count * ProgramHeaderSize);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> header = image.AsSpan((int)table + (i * ProgramHeaderSize), ProgramHeaderSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == Load)
                end = Math.Max(end, Checked(BinaryPrimitives.ReadUInt64LittleEndian(header[8..]), BinaryPrimitives.ReadUInt64LittleEndian(header[32..])));
        }

        byte[] loadable = image[..(int)end];
        loadable.AsSpan(40, 8).Clear(); // where the section headers are
        loadable.AsSpan(60, 4).Clear(); // how many there are, and which has their names
        return loadable;

        ulong Checked(ulong offset, ulong size) => offset <= (ulong)image.Length && size <= (ulong)image.Length - offset
            ? Math.Max(offset + size, HeaderSize)
            : throw new ElfFormatException($"{name}: {size} bytes at {offset} lie outside the file of {image.Length}");
    }
}
