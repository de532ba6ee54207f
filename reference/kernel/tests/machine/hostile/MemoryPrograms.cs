using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;
using static Merriwig.Machine.Tests.Hostile.HostileProgram;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>Programs that read, write or run what is not theirs to.</summary>
internal static class MemoryPrograms
{
    private const ulong PhysicalWindow = 0xFFFF_8000_0000_0000, KernelStacks = 0xFFFF_9000_0001_0000;
    private const ulong KernelInformation = 0x4FF_F000;
    private const ulong EndOfSpace = 0x300_0000_0000, EndOfHalf = 0x7FFF_FFFF_F000, NonCanonical = 0x8000_0000_0000;

    private static readonly ElfFile Kernel = ElfFile.Load(ProgramBoot.KernelImage);
    private static readonly ulong KernelCode = Kernel.AddressOf("system_call_entry")!.Value, KernelData = Kernel.AddressOf("task_state")!.Value;

    public static IEnumerable<HostileProgram> All =>
    [
        new("read-kernel-code", End.Read(KernelCode, present: true), a => Read(a, KernelCode)),
        new("write-kernel-code", End.Writing(KernelCode, present: true), a => Write(a, KernelCode)),
        new("run-kernel-code", End.Fetching(KernelCode, present: true), a => Run(a, KernelCode)),
        new("read-kernel-data", End.Read(KernelData, present: true), a => Read(a, KernelData)),
        new("write-kernel-data", End.Writing(KernelData, present: true), a => Write(a, KernelData)),
        new("run-kernel-data", End.Fetching(KernelData, present: true), a => Run(a, KernelData)),
        new("read-physical-window", End.Read(PhysicalWindow, present: true), a => Read(a, PhysicalWindow)),
        new("write-physical-window", End.Writing(PhysicalWindow, present: true), a => Write(a, PhysicalWindow)),
        new("run-physical-window", End.Fetching(PhysicalWindow, present: true), a => Run(a, PhysicalWindow)),
        new("write-kernel-stack", End.Writing(KernelStacks - 8, present: true), a => Write(a, KernelStacks - 8)),
        new("read-where-the-kernel-has-nothing", End.Read(0xFFFF_A000_0000_0000), a => Read(a, 0xFFFF_A000_0000_0000)),

        new("read-own-code", End.Well, a => Read(a, CodeAddress)),
        new("write-own-code", End.Writing(CodeAddress, present: true), a => Write(a, CodeAddress)),
        new("read-constants", End.Well, a => Read(a, ConstantsAddress)),
        new("write-constants", End.Writing(ConstantsAddress, present: true), a => Write(a, ConstantsAddress)),
        new("run-constants", End.Fetching(ConstantsAddress, present: true), a => Run(a, ConstantsAddress)),
        new("write-data", End.Well, a => Write(a, DataAddress)),
        new("run-data", End.Fetching(DataAddress, present: true), a => Run(a, DataAddress)),

        new("read-null", End.Read(0), a => Read(a, 0)),
        new("write-null", End.Writing(0), a => Write(a, 0)),
        new("run-null", End.Fetching(0), a => Run(a, 0)),
        new("read-at-the-end-of-page-0", End.Read(0xFFF), a => { a.mov(rax, 0xFFFul); a.mov(al, __byte_ptr[rax]); }),
        new("run-heap-never-used", End.Fetching(HeapAddress), a => Run(a, HeapAddress)),
        new("run-heap-written", End.Fetching(HeapAddress, present: true), a => { Write(a, HeapAddress); Run(a, HeapAddress); }),
        new("run-heap-read", End.Fetching(HeapAddress, present: true), a => { Read(a, HeapAddress); Run(a, HeapAddress); }),
        new("run-stack", End.Fetching(StackTop - 16, present: true), a =>
        {
            a.mov(rax, 0x00_050F_FF31_0000ul);
            a.push(rax);
            a.push(rax);
            Run(a, StackTop - 16);
        }),

        new("read-below-the-stack", End.Read(StackBottom - 8), a => Read(a, StackBottom - 8)),
        new("write-lowest-page-of-the-stack", End.Well, a => Write(a, StackBottom)),
        new("write-above-the-stack", End.Writing(StackTop), a => Write(a, StackTop)),
        new("read-chunk-that-is-not", End.Read(0x280_4000_0000), a => Read(a, 0x280_4000_0000)),
        new("read-last-chunk", End.Read(EndOfSpace - 8), a => Read(a, EndOfSpace - 8)),
        new("write-behind-the-last-chunk", End.Writing(EndOfSpace), a => Write(a, EndOfSpace)),
        new("read-end-of-the-lower-half", End.Read(EndOfHalf), a => Read(a, EndOfHalf)),
        new("run-end-of-the-lower-half", End.Fetching(EndOfHalf), a => Run(a, EndOfHalf)),

        new("read-kernel-information", End.Well, a => Read(a, KernelInformation)),
        new("write-kernel-information", End.Writing(KernelInformation, present: true), a => Write(a, KernelInformation)),
        new("run-kernel-information", End.Fetching(KernelInformation, present: true), a => Run(a, KernelInformation)),

        // Addresses whose upper 17 bits differ are no page's (SDM volume 1, 3.3.7.1).
        new("read-non-canonical", End.Protection(), a => Read(a, NonCanonical)),
        new("write-non-canonical", End.Protection(), a => Write(a, NonCanonical)),
        new("run-non-canonical", End.Protection(), a => Run(a, NonCanonical)),
        new("return-to-non-canonical", End.Protection(), a => { a.mov(rax, NonCanonical); a.push(rax); a.ret(); }),

        // A system call's return address is the next instruction's, where nothing is.
        new("call-the-kernel-from-the-last-bytes-of-the-code", End.Fetching(CodeAddress + 0x1000), a =>
        {
            a.mov(eax, 2); // debug_write of nothing
            a.xor(esi, esi);
            a.jmp(CodeAddress + 0xFFE);
            while (CurrentLength(a) < 0xFFE - (int)(HostileElf.Entry - CodeAddress))
                a.nop();
            a.syscall();
        }) { HasOrderlyEnd = false },
    ];

    private static void Read(Assembler a, ulong address)
    {
        a.mov(rax, address);
        a.mov(rax, __qword_ptr[rax]);
    }

    private static void Write(Assembler a, ulong address)
    {
        a.mov(rax, address);
        a.mov(__dword_ptr[rax], ecx);
    }

    private static void Run(Assembler a, ulong address)
    {
        a.mov(rax, address);
        a.jmp(rax);
    }

    /// <summary>Bytes of what was written so far.</summary>
    private static int CurrentLength(Assembler a)
    {
        var stream = new MemoryStream();
        a.Assemble(new StreamCodeWriter(stream), HostileElf.Entry);
        return (int)stream.Length;
    }
}
