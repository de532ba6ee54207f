using System;
using System.Buffers.Binary;

namespace Merriwig.Tests;

/// <summary>A program's file as the kernel accepts it, made by hand, and the places of its fields, for tests that put something else there.</summary>
/// <remarks>Code, constants, data with zeros after it, and two headers that are not loaded: a note and a segment without memory.</remarks>
internal static class ProgramFile
{
    // Places in the header.
    internal const int ClassField = 4;
    internal const int ByteOrder = 5;
    internal const int IdentificationVersion = 6;
    internal const int FileType = 16;
    internal const int Machine = 18;
    internal const int Version = 20;
    internal const int Entry = 24;
    internal const int TableOffset = 32;
    internal const int HeaderSize = 52;
    internal const int EntrySize = 54;
    internal const int HeaderCount = 56;

    // Places of the program headers.
    internal const int EntryBytes = 56;
    internal const int Code = 64;
    internal const int Constants = Code + EntryBytes;
    internal const int Data = Constants + EntryBytes;
    internal const int Note = Data + EntryBytes;
    internal const int Nothing = Note + EntryBytes;

    // Places within a program header.
    internal const int Kind = 0;
    internal const int Flags = 4;
    internal const int Offset = 8;
    internal const int Address = 16;
    internal const int FileSize = 32;
    internal const int MemorySize = 40;
    internal const int Alignment = 48;

    internal const int Length = 0x1400;
    internal const int Headers = 5;

    /// <summary>A new file.</summary>
    internal static byte[] Create()
    {
        byte[] file = new byte[Length];
        "\u007FELF"u8.CopyTo(file);
        Write(file, ClassField, 1, 2);
        Write(file, ByteOrder, 1, 1);
        Write(file, IdentificationVersion, 1, 1);
        Write(file, FileType, 2, 2);
        Write(file, Machine, 2, 62);
        Write(file, Version, 4, 1);
        Write(file, Entry, 8, 0x20_1010);
        Write(file, TableOffset, 8, Code);
        Write(file, HeaderSize, 2, 64);
        Write(file, EntrySize, 2, EntryBytes);
        Write(file, HeaderCount, 2, Headers);
        WriteSegment(file, Code, flags: 5, offset: 0x1000, address: 0x20_1000, fileSize: 0x234, memorySize: 0x234, alignment: 0x1000);
        WriteSegment(file, Constants, flags: 4, offset: 0x1240, address: 0x20_2240, fileSize: 0xC0, memorySize: 0xC0, alignment: 0x1000);
        WriteSegment(file, Data, flags: 6, offset: 0x1300, address: 0x20_3300, fileSize: 0x80, memorySize: 0x2000, alignment: 0x1000);
        Write(file, Note + Kind, 4, 4);
        WriteSegment(file, Nothing, flags: 6, offset: 0, address: 0, fileSize: 0, memorySize: 0, alignment: 0x1000);
        return file;
    }

    /// <summary>Writes a program header of a segment that is loaded.</summary>
    internal static void WriteSegment(byte[] file, int place, uint flags, ulong offset, ulong address, ulong fileSize, ulong memorySize, ulong alignment)
    {
        Write(file, place + Kind, 4, 1);
        Write(file, place + Flags, 4, flags);
        Write(file, place + Offset, 8, offset);
        Write(file, place + Address, 8, address);
        Write(file, place + FileSize, 8, fileSize);
        Write(file, place + MemorySize, 8, memorySize);
        Write(file, place + Alignment, 8, alignment);
    }

    /// <summary>Writes a field of 1 to 8 bytes.</summary>
    internal static void Write(byte[] file, int place, int width, ulong value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        bytes[..width].CopyTo(file.AsSpan(place));
    }
}
