using System;
using Euralios.Std;
using Merriwig.Tests;
using Random = Merriwig.Tests.Random;

/// <summary>Values for the registers of random calls: those that could be right, and those at the edges of everything.</summary>
internal sealed unsafe class RandomValues
{
    private const ulong ChunkWindow = 1ul << 30;
    private const uint LongMessage = 0x100;

    /// <summary>mov eax, 1; xor edi, edi; syscall.</summary>
    private static ReadOnlySpan<byte> ExitThread => [0xB8, 1, 0, 0, 0, 0x31, 0xFF, 0x0F, 0x05];

    private static readonly ulong[] Edges =
    [
        0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 31, 32, 33, 63, 64, 255, 256, 511, 512, 1000, 1023, 1024, 1025, 4095, 4096, 4097, 16384, 16385, 65535, 65536,
        261_120, 261_121, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x1_0000_0000, 0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, ulong.MaxValue - 1, ulong.MaxValue,

        // Addresses: code, constants and data of a program, the kernel's information page, the ends of ranges, stacks and what lies between them, heap, chunks.
        0x20_0000, 0x20_0FFF, 0x30_0000, 0x4FF_F000, 0x4FF_FFF8, 0x500_0000, 0x4FFF_F000, 0x5000_0000,
        0x280_0000_0000, 0x280_0003_FFF8, 0x280_0004_0000, 0x280_0007_FFF8, 0x280_0008_0000, 0x280_1000_0000, 0x280_1000_0001, 0x280_3FFF_F000,
        0x280_3FFF_FFFF, 0x280_4000_0000, 0x280_4000_1000, 0x280_8000_0000, 0x280_8000_0FFF, 0x280_C000_0000, 0x2FF_C000_0000, 0x2FF_FFFF_FFFF, 0x300_0000_0000,
        0x7FFF_FFFF_F000, 0x7FFF_FFFF_FFFF, 0x8000_0000_0000, 0xFFFF_7FFF_FFFF_FFFF,
        0xFFFF_8000_0000_0000, 0xFFFF_8000_0010_0000, 0xFFFF_9000_0000_0000, 0xFFFF_FFFF_8000_0000, 0xFFFF_FFFF_8010_0000, 0xFFFF_FFFF_FFFF_F000,
    ];

    private static readonly string[] Texts =
    [
        "/", "/a", "/a/b", "/b", "", "S", "C", "N", "-/a:", "m2,/c:", "m3,/b:m4,/d:", "Aname\x3" + "argument\0", "EX=1\0", "i4,", "i0,", "NNNCCCSSS", "x", "\x80",
    ];

    private byte* program;
    private int programLength;
    private byte* text;
    private int textLength;
    private byte* memory;

    /// <summary>Sets the process up: rendezvous, chunks, a mount, and memory with a program and texts in it.</summary>
    internal static RandomValues Make()
    {
        for (int i = 0; i < 4; i++)
            SystemCall.TryNewRendezvous(out _, out _, out _);
        SystemCall.TryMount(new Handle(7), "/a"u8, out _);
        SystemCall.TryAllocate(3, out MemoryChunk first, out _);
        SystemCall.TryAllocate(2, ulong.MaxValue, out _, out _, out _);
        var made = new RandomValues { memory = (byte*)first.Address, programLength = TinyProgram.FileSize(0) };
        SystemCall.TryAllocate(2, out MemoryChunk chunk, out _);
        made.program = (byte*)chunk.Address;
        TinyProgram.Write(chunk.Bytes(made.programLength), ExitThread, 0);
        made.text = made.program + made.programLength;
        return made;
    }

    /// <summary>Any value.</summary>
    internal ulong Any(ref Random random) => random.Below(8) switch
    {
        0 => random.Next(),
        1 => random.Next() >> random.Below(64),
        2 => (ulong)memory + (ulong)random.Below(3 * SystemCall.PageSize),
        3 => Edges[random.Below(Edges.Length)] + (ulong)random.Below(17) - 8,
        _ => Edges[random.Below(Edges.Length)],
    };

    /// <summary>Registers with which a call could succeed.</summary>
    internal SystemCallRegisters Plausible(SystemCallNumber number, ref Random random)
    {
        ChooseText(ref random);
        var registers = new SystemCallRegisters { Rdi = Handle(ref random) };
        switch (number)
        {
            case SystemCallNumber.DebugWrite:
            case SystemCallNumber.Open:
            case SystemCallNumber.Mount:
            case SystemCallNumber.Unmount:
                registers.Rax = Handle(ref random) << 32;
                registers.Rdi = (ulong)text;
                registers.Rsi = (ulong)textLength;
                break;
            case SystemCallNumber.Send:
            case SystemCallNumber.SendReceive:
                registers.Rax = (Handle(ref random) << 32) | LongMessage | ((ulong)random.Below(16) << 9);
                registers.Rsi = random.OneIn(2) ? Handle(ref random) : Chunk(ref random);
                registers.Rdx = random.OneIn(2) ? Handle(ref random) : Chunk(ref random);
                break;
            case SystemCallNumber.AllocateMemory:
                registers.Rdi = (ulong)random.Below(1 << random.Below(18));
                registers.Rsi = random.OneIn(2) ? 0 : ulong.MaxValue >> random.Below(64);
                break;
            case SystemCallNumber.FreeMemory:
            case SystemCallNumber.Decommit:
                registers.Rdi = Chunk(ref random);
                registers.Rsi = (ulong)random.Below(4);
                break;
            case SystemCallNumber.Exec:
                registers.Rax = ((ulong)programLength << 32) | ((ulong)textLength << 16) | ((ulong)random.Below(4) << 8);
                registers.Rdi = (ulong)program;
                registers.Rsi = (Handle(ref random) << 32) | Handle(ref random);
                registers.Rdx = (ulong)text;
                break;
            case SystemCallNumber.AwaitInterrupt:
                registers.Rdi = (ulong)random.Below(17);
                break;
            case SystemCallNumber.Sleep:
                registers.Rdi = (ulong)random.Below(30_000);
                break;
            case SystemCallNumber.ReceiveDeadline:
            case SystemCallNumber.Wait:
                registers.Rsi = (ulong)random.Below(30_000);
                break;
            case SystemCallNumber.Statistics:
            case SystemCallNumber.Suspend:
                registers.Rdi = (ulong)memory;
                registers.Rsi = (ulong)random.Below(3 * SystemCall.PageSize);
                break;
            case SystemCallNumber.ReceiveAny:
                for (int i = 0; i < 32; i++)
                    ((uint*)memory)[i] = (uint)Handle(ref random);
                registers.Rdi = (ulong)memory;
                registers.Rsi = (ulong)random.Below(34);
                registers.Rdx = (ulong)random.Below(30_000);
                break;
        }

        return registers;
    }

    private static ulong Handle(ref Random random) => (ulong)random.Below(14);

    private static ulong Chunk(ref Random random) =>
        0x280_4000_0000 + ((ulong)random.Below(5) * ChunkWindow) + ((ulong)random.Below(3) * SystemCall.PageSize);

    /// <summary>Puts a text where the calls of this round find it.</summary>
    private void ChooseText(ref Random random)
    {
        string chosen = Texts[random.Below(Texts.Length)];
        textLength = chosen.Length;
        for (int i = 0; i < textLength; i++)
            text[i] = (byte)chosen[i];
    }
}
