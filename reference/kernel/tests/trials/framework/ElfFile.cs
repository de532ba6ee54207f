using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>A segment of a program that a trial makes.</summary>
/// <param name="address">Where it is to be loaded.</param>
/// <param name="bytes">Its bytes in the file.</param>
/// <param name="size">Its bytes in memory.</param>
/// <param name="flags">What may be done with it: read 4, write 2, execute 1.</param>
internal sealed class ElfPart(ulong address, byte[] bytes, ulong size, uint flags)
{
    internal const uint Code = 5, Constants = 4, Data = 6;

    internal ulong Address { get; } = address;

    internal byte[] Bytes { get; } = bytes;

    internal ulong Size { get; } = size;

    internal uint Flags { get; } = flags;

    /// <summary>Machine code, at the lowest address that programs have.</summary>
    internal static ElfPart OfCode(params byte[] code) => new(Addresses.Code, code, (ulong)code.Length, Code);
}

/// <summary>Small programs in machine code, as ELF files: what the compiler would not make, and what is made quickly.</summary>
internal static unsafe class ElfFile
{
    internal const int HeaderSize = 64, ProgramHeaderSize = 56;

    private const int Page = 4096;

    /// <summary>Exits with a status of 8 bits.</summary>
    internal static byte[] Exit(byte status) => Make(ElfPart.OfCode(
        0xBF, status, 0, 0, 0, // mov edi, status
        0xB8, 1, 0, 0, 0, // mov eax, exit_thread
        0x0F, 0x05)); // syscall

    /// <summary>Receives from its standard input, which nobody sends to, and exits with status 0 when that is closed.</summary>
    internal static byte[] Wait() => Make(ElfPart.OfCode(
        0x31, 0xFF, // xor edi, edi
        0xB8, 3, 0, 0, 0, // mov eax, receive
        0x0F, 0x05, // syscall
        0x31, 0xFF, // xor edi, edi
        0xB8, 1, 0, 0, 0, // mov eax, exit_thread
        0x0F, 0x05)); // syscall

    /// <summary>A file: the header, the table of program headers, then each segment's bytes at an offset that suits its address.</summary>
    internal static byte[] Make(params ElfPart[] parts)
    {
        int[] offsets = new int[parts.Length];
        int length = HeaderSize + (parts.Length * ProgramHeaderSize);
        for (int i = 0; i < parts.Length; i++)
        {
            offsets[i] = ((length + Page - 1) & ~(Page - 1)) + (int)(parts[i].Address % Page);
            length = offsets[i] + parts[i].Bytes.Length;
        }

        byte[] file = new byte[length];
        Set32(file, 0, 0x464C_457F);
        file[4] = 2; // 64 bits
        file[5] = 1; // little endian
        file[6] = 1; // version
        Set16(file, 16, 2); // executable
        Set16(file, 18, 62); // x86-64
        Set32(file, 20, 1);
        Set64(file, 24, parts[0].Address);
        Set64(file, 32, HeaderSize);
        Set16(file, 52, HeaderSize);
        Set16(file, 54, ProgramHeaderSize);
        Set16(file, 56, (ushort)parts.Length);
        for (int i = 0; i < parts.Length; i++)
        {
            int header = HeaderSize + (i * ProgramHeaderSize);
            Set32(file, header, 1); // to be loaded
            Set32(file, header + 4, parts[i].Flags);
            Set64(file, header + 8, (ulong)offsets[i]);
            Set64(file, header + 16, parts[i].Address);
            Set64(file, header + 24, parts[i].Address);
            Set64(file, header + 32, (ulong)parts[i].Bytes.Length);
            Set64(file, header + 40, parts[i].Size);
            Set64(file, header + 48, Page);
            parts[i].Bytes.AsSpan().CopyTo(file.AsSpan(offsets[i], parts[i].Bytes.Length));
        }

        return file;
    }

    internal static void Set16(byte[] file, int at, ushort value)
    {
        file[at] = (byte)value;
        file[at + 1] = (byte)(value >> 8);
    }

    internal static void Set32(byte[] file, int at, uint value)
    {
        Set16(file, at, (ushort)value);
        Set16(file, at + 2, (ushort)(value >> 16));
    }

    internal static void Set64(byte[] file, int at, ulong value)
    {
        Set32(file, at, (uint)value);
        Set32(file, at + 4, (uint)(value >> 32));
    }
}
