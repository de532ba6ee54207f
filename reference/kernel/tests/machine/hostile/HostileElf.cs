using System.Buffers.Binary;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>ELF files of code, with a page of constants and a page of data beside it (System V ABI, chapters 4 and 5).</summary>
internal static class HostileElf
{
    private const int PageSize = 4096, HeaderSize = 64, ProgramHeaderSize = 56;
    private const int Headers = HeaderSize + (3 * ProgramHeaderSize);
    private const int Executable = 1, Writable = 2, Readable = 4;

    /// <summary>Where the code begins: behind the headers.</summary>
    public const ulong Entry = HostileProgram.CodeAddress + Headers;

    public static byte[] Make(ReadOnlySpan<byte> code)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Length, PageSize - Headers);
        byte[] file = new byte[3 * PageSize];
        Span<byte> header = file;
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header[16..], 2); // executable
        BinaryPrimitives.WriteUInt16LittleEndian(header[18..], 62); // x86-64
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(header[24..], Entry);
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header[52..], HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header[54..], ProgramHeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(header[56..], 3);
        Segment(0, Readable | Executable, HostileProgram.CodeAddress);
        Segment(1, Readable, HostileProgram.ConstantsAddress);
        Segment(2, Readable | Writable, HostileProgram.DataAddress);
        code.CopyTo(header[Headers..]);

        // Instructions for whoever jumps to where none may be: they would end the program in good order.
        byte[] exit = [0xB8, 1, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05];
        exit.CopyTo(header[PageSize..]);
        exit.CopyTo(header[(2 * PageSize)..]);
        return file;

        void Segment(int index, uint flags, ulong address)
        {
            Span<byte> segment = file.AsSpan(HeaderSize + (index * ProgramHeaderSize));
            BinaryPrimitives.WriteUInt32LittleEndian(segment, 1); // loadable
            BinaryPrimitives.WriteUInt32LittleEndian(segment[4..], flags);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[8..], (ulong)index * PageSize);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[16..], address);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[24..], address);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[32..], PageSize);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[40..], PageSize);
            BinaryPrimitives.WriteUInt64LittleEndian(segment[48..], PageSize);
        }
    }
}
