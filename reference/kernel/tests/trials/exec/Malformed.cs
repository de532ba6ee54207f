using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Files that are no programs: a right one with one thing changed. Each is refused, and costs nothing.</summary>
internal static class Malformed
{
    private const int First = ElfFile.HeaderSize, Second = First + ElfFile.ProgramHeaderSize;

    /// <summary>A field, and a value that it must not have.</summary>
    private readonly struct Mutation(int at, int size, ulong value)
    {
        internal int At { get; } = at;

        internal int Size { get; } = size;

        internal ulong Value { get; } = value;
    }

    private static Mutation[] Mutations =>
    [
        new(0, 4, 0x464C_457E), new(0, 4, 0), new(4, 1, 1), new(4, 1, 0), new(5, 1, 2), new(5, 1, 0), new(6, 1, 0), new(6, 1, 2), // identification
        new(16, 2, 0), new(16, 2, 1), new(16, 2, 3), new(16, 2, 4), new(18, 2, 3), new(18, 2, 183), new(20, 4, 0), new(20, 4, 2), // type, machine, version
        new(24, 8, 0), new(24, 8, 0x1F_FFFF), new(24, 8, 0x40_0000), new(24, 8, 0x20_1000), new(24, 8, 0xFFFF_FFFF_8000_0000), new(24, 8, 0x8000_0000_0000), // entry
        new(32, 8, 0x10_0000), new(32, 8, ulong.MaxValue), new(32, 8, ulong.MaxValue - 100), new(32, 8, 1ul << 63), new(32, 8, 1ul << 32), // headers' place
        new(52, 2, 0), new(52, 2, 52), new(52, 2, 128), new(54, 2, 0), new(54, 2, 32), new(54, 2, 57), // sizes
        new(56, 2, 0), new(56, 2, 65), new(56, 2, 0xFFFF), // count
        new(First, 4, 2), new(First, 4, 3), new(Second, 4, 2), new(Second, 4, 3), // dynamic linking, interpreter
        new(First, 4, 0), new(First, 4, 4), // no code
        new(First + 4, 4, 7), new(First + 4, 4, 1), new(First + 4, 4, 4), new(First + 4, 4, 0), new(Second + 4, 4, 7), new(Second + 4, 4, 2), // rights
        new(First + 8, 8, 0x10_0000), new(First + 8, 8, ulong.MaxValue - 4095), new(Second + 8, 8, ulong.MaxValue), new(Second + 8, 8, 1ul << 32), // offset
        new(First + 8, 8, 1), new(Second + 16, 8, 0x40_0001), // offset and address differ within the page
        new(First + 16, 8, 0), new(First + 16, 8, 0x1F_F000), new(First + 16, 8, 0x4FF_F000), new(First + 16, 8, 0x5000_0000), // address
        new(First + 16, 8, 0x4FFF_F000 + 4096), new(First + 16, 8, 0x280_0000_0000), new(First + 16, 8, 0x8000_0000_0000), new(First + 16, 8, 0xFFFF_8000_0000_0000),
        new(First + 16, 8, 0xFFFF_FFFF_8000_0000), new(First + 16, 8, 0xFFFF_FFFF_FFFF_F000), new(Second + 16, 8, 0x20_0000), new(Second + 16, 8, 0x20_0FF0),
        new(First + 32, 8, 0x2000), new(First + 32, 8, ulong.MaxValue), new(Second + 32, 8, 0x10_0000), new(Second + 32, 8, ulong.MaxValue), // size in the file
        new(First + 40, 8, 1), new(Second + 40, 8, ulong.MaxValue), new(Second + 40, 8, 1ul << 63), new(Second + 40, 8, 0x5000_0000), // size in memory
        new(Second + 40, 8, 0x4C0_0000), new(First + 40, 8, 0x20_0001), // over the information page, over the next segment
        new(First + 48, 8, 3), new(First + 48, 8, 4097), new(First + 48, 8, 1ul << 63), new(First + 48, 8, 0x2000), // alignment
    ];

    internal static void EveryFieldIsChecked()
    {
        byte[] right = Right();
        Expect.Equal(Children.Await(Exec.Start(right)).Status, 12);
        foreach (Mutation mutation in Mutations)
        {
            byte[] file = Right();
            ulong value = mutation.Value;
            for (int i = 0; i < mutation.Size; i++, value >>= 8)
                file[mutation.At + i] = (byte)value;
            Rendezvous pair = Rendezvous.New();
            Usage before = Usage.Now();
            SystemCallRegisters after = Exec.Call(file, pair.First, pair.Second);
            string difference = Usage.Now().Against(before);
            pair.Close();
            if (after.Rax != (ulong)Error.Thread || difference.Length > 0)
                Expect.Fail($"offset {mutation.At} = 0x{mutation.Value:x}: rax 0x{after.Rax:x} {difference}");
        }
    }

    internal static void EveryLengthIsChecked()
    {
        // Every length around the boundaries of headers, tables and segments.
        byte[] right = Right();
        foreach (int length in (int[])
            [
                1, 3, 4, 15, 16, 63, 64, 65, First + 55, First + 56, Second + 55, Second + 56, 4095, 4096, 4097, 4096 + 11, 8191, 8192, right.Length - 1,
            ])
        {
            // Cut within the last page that is not read: only what a segment needs must be there.
            Exec.Fails(Error.Thread, right.AsSpan(0, length));
        }

        Expect.Equal(Children.Await(Exec.Start(right)).Status, 12);
    }

    internal static void OddButRight()
    {
        // What is unusual and allowed.
        byte[] file = Right();
        ElfFile.Set64(file, First + 48, 0); // no alignment
        ElfFile.Set64(file, Second + 48, 1);
        ElfFile.Set64(file, First + 24, 0xDEAD_0000); // physical addresses mean nothing
        ElfFile.Set64(file, 40, ulong.MaxValue); // nor do section headers
        ElfFile.Set16(file, 60, 0xFFFF);
        file[7] = 3; // an operating system
        file[9] = 77; // padding
        ElfFile.Set32(file, 48, 0xFFFF_FFFF); // flags of the machine
        Expect.Equal(Children.Await(Exec.Start(file)).Status, 12);

        // A segment without memory anywhere, notes and the like, and an order of addresses that is not ascending.
        byte[] more = ElfFile.Make(
            new ElfPart(0x40_0000, [12], 1, ElfPart.Constants),
            Code(),
            new ElfPart(0, [], 0, 7));
        ElfFile.Set64(more, 24, Addresses.Code);
        Expect.Equal(Children.Await(Exec.Start(more)).Status, 12);
        byte[] notes = ElfFile.Make(Code(), new ElfPart(0x40_0000, [12], 1, ElfPart.Constants), new ElfPart(0x20_0000, [1], ulong.MaxValue, 0));
        ElfFile.Set32(notes, First + (2 * ElfFile.ProgramHeaderSize), 0x6474_E551);
        Expect.Equal(Children.Await(Exec.Start(notes)).Status, 12);

        // The first and the last byte that a program can have.
        byte[] ends = ElfFile.Make(Code(), new ElfPart(0x40_0000, [12], 1, ElfPart.Constants), new ElfPart(0x4FFF_FFFF, [1], 1, ElfPart.Data));
        Expect.Equal(Children.Await(Exec.Start(ends)).Status, 12);

        // Right up to the information page, and right behind it.
        byte[] around = ElfFile.Make(
            Code(), new ElfPart(0x40_0000, [12], 1, ElfPart.Constants), new ElfPart(0x4FF_E000, [1], 4096, ElfPart.Data), new ElfPart(0x500_0000, [1], 4096, ElfPart.Data));
        Expect.Equal(Children.Await(Exec.Start(around)).Status, 12);
    }

    /// <summary>Exits with the status that the second segment has at 0x400000.</summary>
    private static byte[] Right() => ElfFile.Make(Code(), new ElfPart(0x40_0000, [12], 1, ElfPart.Constants));

    private static ElfPart Code() => ElfPart.OfCode(
        0x0F, 0xB6, 0x3C, 0x25, 0, 0, 0x40, 0, // movzx edi, byte [0x400000]
        0xB8, 1, 0, 0, 0, // mov eax, exit_thread
        0x0F, 0x05); // syscall
}
