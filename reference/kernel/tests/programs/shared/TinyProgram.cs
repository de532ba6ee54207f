using System;

namespace Merriwig.Tests;

/// <summary>Programs of a few instructions, as ELF files made in memory: one segment that can be executed, and one for data if wanted.</summary>
internal static class TinyProgram
{
    /// <summary>Where the first segment begins. The code comes after the file's headers.</summary>
    internal const ulong Address = 0x20_0000;

    /// <summary>Where the data segment begins.</summary>
    internal const ulong DataAddress = 0x40_0000;

    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;
    private const int Headers = HeaderSize + (2 * ProgramHeaderSize);
    private const int PageSize = 4096;

    /// <summary>Bytes of a file with some data.</summary>
    internal static int FileSize(int dataPages) => (1 + dataPages) * PageSize;

    /// <summary>A program.</summary>
    /// <param name="code">Its machine code.</param>
    internal static byte[] Make(ReadOnlySpan<byte> code)
    {
        byte[] file = new byte[FileSize(0)];
        Write(file, code, 0);
        return file;
    }

    /// <summary>Writes a program to memory that is zero.</summary>
    /// <param name="file">At least <see cref="FileSize"/> bytes.</param>
    /// <param name="code">Its machine code; must fit into the first page.</param>
    /// <param name="dataPages">Pages of data, which the file contains.</param>
    internal static void Write(Span<byte> file, ReadOnlySpan<byte> code, int dataPages)
    {
        Put(file, 0, 0x0001_0102_464C_457F, 8); // 0x7F "ELF", 64 bits, little endian, version 1
        Put(file, 16, 2, 2); // executable
        Put(file, 18, 62, 2); // x86-64
        Put(file, 20, 1, 4);
        Put(file, 24, Address + Headers, 8); // the entry
        Put(file, 32, HeaderSize, 8); // program headers
        Put(file, 52, HeaderSize, 2);
        Put(file, 54, ProgramHeaderSize, 2);
        Put(file, 56, dataPages > 0 ? 2u : 1u, 2);
        Segment(file.Slice(HeaderSize), flags: 5, offset: 0, Address, (ulong)(Headers + code.Length));
        if (dataPages > 0)
            Segment(file.Slice(HeaderSize + ProgramHeaderSize), flags: 6, PageSize, DataAddress, (ulong)dataPages * PageSize);
        code.CopyTo(file.Slice(Headers));
    }

    private static void Segment(Span<byte> header, ulong flags, ulong offset, ulong address, ulong size)
    {
        Put(header, 0, 1, 4); // loadable
        Put(header, 4, flags, 4);
        Put(header, 8, offset, 8);
        Put(header, 16, address, 8);
        Put(header, 24, address, 8);
        Put(header, 32, size, 8);
        Put(header, 40, size, 8);
        Put(header, 48, PageSize, 8);
    }

    private static void Put(Span<byte> file, int offset, ulong value, int bytes)
    {
        for (int i = 0; i < bytes; i++)
            file[offset + i] = (byte)(value >> (8 * i));
    }
}
