using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>Programs with flags that no compiler sets, and with errors of arithmetic.</summary>
internal static class FlagPrograms
{
    private const int Trap = 1 << 8, Interrupt = 1 << 9, Direction = 1 << 10, Privilege = 3 << 12, NestedTask = 1 << 14, AlignmentCheck = 1 << 18;
    private const int DebugWrite = 2;

    public static IEnumerable<HostileProgram> All =>
    [
        new("flags-trap", new End(1), a => Set(a, Trap)),
        new("flags-trap-over-a-system-call", new End(1), a =>
        {
            a.mov(eax, DebugWrite);
            a.xor(esi, esi);
            a.pushfq();
            a.or(__qword_ptr[rsp], Trap);
            a.popfq();
            a.syscall();
            a.nop();
        }),
        new("flags-interrupts-off", End.Well, ClearInterruptFlag),
        new("flags-interrupts-off-by-iret", End.Well, a =>
        {
            a.pushfq();
            a.pop(rcx);
            a.and(ecx, ~Interrupt);
            Return(a, rcx);
            Spin(a);
        }),
        new("flags-direction-into-a-system-call", End.Well, a => { Set(a, Direction); Write(a); }),
        new("flags-direction-into-a-page-fault", End.Well, a =>
        {
            Set(a, Direction);
            a.mov(rax, HostileProgram.HeapAddress);
            a.mov(__qword_ptr[rax], rax);
        }),
        new("flags-privilege-then-cli", End.Protection(), a => { Set(a, Privilege); a.cli(); }),
        new("flags-privilege-by-iret-then-cli", End.Protection(), a =>
        {
            a.mov(ecx, Privilege | Interrupt | 2);
            Return(a, rcx);
            a.cli();
        }),
        new("flags-nested-task-into-a-system-call", End.Well, a => { Set(a, NestedTask); Write(a); }),
        new("flags-nested-task-while-interrupted", End.Well, a => { Set(a, NestedTask); Spin(a); }),
        new("flags-nested-task-then-iret", End.Protection(), a => { Set(a, NestedTask); a.iretq(); }),
        new("flags-alignment-check", End.Well, a =>
        {
            // CR0.AM is off.
            Set(a, AlignmentCheck);
            a.mov(rax, __qword_ptr[rsp - 15]);
            Write(a);
        }),
        new("flags-all-into-a-system-call", End.Well, a => { Set(a, 0x25_7CD5 & ~Trap); Write(a); }),

        new("divide-by-zero", new End(0), a => { a.xor(ecx, ecx); a.div(rcx); }),
        new("divide-overflow", new End(0), a =>
        {
            a.mov(rax, 0x8000_0000_0000_0000);
            a.cqo();
            a.or(rcx, -1);
            a.idiv(rcx);
        }),
        new("x87-error-unmasked", new End(16), a =>
        {
            a.push(0x0340); // no exception masked (SDM volume 1, 8.1.5)
            a.fldcw(__word_ptr[rsp]);
            a.fld1();
            a.fldz();
            a.fdivp(st1, st0);
            a.db(0x9B); // FWAIT
        }),
        new("sse-unaligned", End.Protection(), a => a.movaps(xmm0, __xmmword_ptr[rsp - 15])),
    ];

    /// <summary>Tries to switch interrupts off, and then computes for longer than a tick: in vain, so the others go on all the same.</summary>
    internal static void ClearInterruptFlag(Assembler a)
    {
        a.pushfq();
        a.and(__qword_ptr[rsp], ~Interrupt);
        a.popfq();
        Spin(a);
    }

    private static void Set(Assembler a, int flags)
    {
        a.pushfq();
        a.or(__dword_ptr[rsp], flags);
        a.popfq();
        a.nop();
        a.nop();
    }

    private static void Spin(Assembler a)
    {
        Label spin = a.CreateLabel();
        a.mov(ecx, 4_000_000);
        a.Label(ref spin);
        a.dec(ecx);
        a.jnz(spin);
    }

    /// <summary>Writes a dot on the console: a call with string instructions in it.</summary>
    private static void Write(Assembler a)
    {
        a.mov(__byte_ptr[rsp - 1], (byte)'.');
        a.lea(rdi, __[rsp - 1]);
        a.mov(esi, 1);
        a.mov(eax, DebugWrite);
        a.syscall();
    }

    /// <summary>IRET to the next instruction, with flags.</summary>
    private static void Return(Assembler a, AssemblerRegister64 flags)
    {
        Label next = a.CreateLabel();
        a.mov(rax, rsp);
        a.push(0x2B);
        a.push(rax);
        a.push(flags);
        a.push(0x33);
        a.lea(rax, __[next]);
        a.push(rax);
        a.iretq();
        a.Label(ref next);
        a.nop();
    }
}
