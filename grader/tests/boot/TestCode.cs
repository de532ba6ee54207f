using System.Buffers.Binary;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>The phrases that test kernels are made of.</summary>
internal static class TestCode
{
    public const ushort Console = 0x3f8, Trace = 0x2f8;

    /// <summary>Where the upper half of a 64-bit kernel sees physical address 0.</summary>
    public const ulong UpperHalf = 0xffff_8000_0000_0000;

    private const uint PageTables = 0x114000, DescriptorTable = 0x118000;

    public static void Print(this Assembler c, ushort port, string text)
    {
        c.mov(dx, port);
        foreach (char letter in text)
        {
            c.mov(al, (byte)letter);
            c.@out(dx, al);
        }
    }

    /// <summary>Writes bytes that count up from 0, for ever or so many of them.</summary>
    public static void Flood(this Assembler c, ushort port, uint? count = null)
    {
        Label again = c.CreateLabel();
        c.mov(dx, port);
        c.xor(eax, eax);
        c.mov(ecx, count ?? 0);
        c.Label(ref again);
        c.@out(dx, al);
        c.inc(al);
        if (count is not null)
        {
            c.dec(ecx);
            c.jne(again);
        }
        else
        {
            c.jmp(again);
        }
    }

    /// <summary>Writes EAX as four raw bytes.</summary>
    public static void PrintEax(this Assembler c, ushort port)
    {
        c.mov(dx, port);
        for (int i = 0; i < 4; i++)
        {
            c.@out(dx, al);
            c.shr(eax, 8);
        }
    }

    public static void Checkpoint(this Assembler c, uint kind, uint rsi = 0, uint rdx = 0, uint rcx = 0)
    {
        c.mov(edi, kind);
        c.mov(esi, rsi);
        c.mov(edx, rdx);
        c.mov(ecx, rcx);
        c.call(TestKernel.Checkpoint);
    }

    public static void Seed(this Assembler c, uint address) => c.Checkpoint(1, address);

    public static void End(this Assembler c, int value) => c.Checkpoint(3, (uint)value);

    public static void Loop(this Assembler c)
    {
        Label here = c.CreateLabel();
        c.Label(ref here);
        c.jmp(here);
    }

    /// <summary>Six hundred thousand instructions.</summary>
    public static void Work(this Assembler c)
    {
        Label again = c.CreateLabel();
        c.mov(ecx, 300_000);
        c.Label(ref again);
        c.dec(ecx);
        c.jne(again);
    }

    /// <summary>Sleeps with interrupts on and every line of the interrupt controllers masked.</summary>
    public static void Idle(this Assembler c)
    {
        Label again = c.CreateLabel();
        c.mov(al, 0xff);
        c.@out(0x21, al);
        c.@out(0xa1, al);
        c.sti();
        c.Label(ref again);
        c.hlt();
        c.jmp(again);
    }

    public static void TripleFault(this Assembler c)
    {
        c.EmptyInterruptTable();
        c.int3();
    }

    public static void EmptyInterruptTable(this Assembler c)
    {
        c.push(0);
        c.push(0);
        c.lidt(__[esp]);
    }

    public static void DebugExit(this Assembler c, byte value)
    {
        c.mov(al, value);
        c.@out(0xf4, al);
    }

    /// <summary>
    /// A kernel in long mode with no-execute on. The first 64 MiB are mapped one to one in both halves, but for the two megabytes at 32 MiB.
    /// </summary>
    public static TestKernel Long(Action<Assembler> code)
    {
        byte[] tables = new byte[0x3000];
        BinaryPrimitives.WriteUInt64LittleEndian(tables, PageTables + 0x1003);
        BinaryPrimitives.WriteUInt64LittleEndian(tables.AsSpan(256 * 8), PageTables + 0x1003);
        BinaryPrimitives.WriteUInt64LittleEndian(tables.AsSpan(0x1000), PageTables + 0x2003);
        for (int i = 0; i < 32; i++)
        {
            if (i != 16)
                BinaryPrimitives.WriteUInt64LittleEndian(tables.AsSpan(0x2000 + i * 8), ((ulong)i << 21) | 0x83);
        }

        byte[] descriptors = new byte[0x20];
        BinaryPrimitives.WriteUInt64LittleEndian(descriptors.AsSpan(8), 0x00af_9b00_0000_ffff);
        BinaryPrimitives.WriteUInt16LittleEndian(descriptors.AsSpan(16), 15);
        BinaryPrimitives.WriteUInt32LittleEndian(descriptors.AsSpan(18), DescriptorTable);

        return new TestKernel(c =>
        {
            const uint Efer = 0xc000_0080, LongModeAndNoExecute = 0x900, AddressExtension = 0x20, Paging = 0x8000_0000;
            c.mov(eax, PageTables);
            c.mov(cr3, eax);
            c.mov(eax, AddressExtension);
            c.mov(cr4, eax);
            c.mov(ecx, Efer);
            c.mov(eax, LongModeAndNoExecute);
            c.xor(edx, edx);
            c.wrmsr();
            c.mov(eax, cr0);
            c.or(eax, Paging);
            c.mov(cr0, eax);
            c.lgdt(__[DescriptorTable + 16]);
            c.push(8);
            c.push(TestKernel.LongCode);
            c.retf();
        })
            .With(TestKernel.LongCode, TestKernel.Assemble(64, TestKernel.LongCode, code))
            .With(PageTables, tables)
            .With(DescriptorTable, descriptors);
    }
}
