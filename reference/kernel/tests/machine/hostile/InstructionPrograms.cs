using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>Programs that use instructions which ring 3 does not have, or not without a right (SDM volume 3, 5.9).</summary>
internal static class InstructionPrograms
{
    private const int KernelCode = 0x08, KernelData = 0x10, TaskState = 0x18, UserData = 0x2B, UserCode = 0x33;
    private const int Vectors = 50, FailedCheck = 49;

    public static IEnumerable<HostileProgram> All => [.. Privileged, .. Segments, .. Unknown, .. Ports, .. Interrupts];

    private static IEnumerable<HostileProgram> Privileged =>
    [
        Refused("cli", a => a.cli()),
        Refused("sti", a => a.sti()),
        Refused("hlt", a => a.hlt()),
        Refused("read-cr0", a => a.mov(rax, cr0)),
        Refused("read-cr2", a => a.mov(rax, cr2)),
        Refused("read-cr3", a => a.mov(rax, cr3)),
        Refused("write-cr0", a => a.mov(cr0, rax)),
        Refused("write-cr3", a => a.mov(cr3, rax)),
        Refused("write-cr4", a => a.mov(cr4, rax)),
        Refused("write-cr8", a => a.mov(cr8, rax)),
        Refused("read-dr0", a => a.mov(rax, dr0)),
        Refused("write-dr7", a => a.mov(dr7, rax)),
        Refused("lgdt", a => a.lgdt(__[rsp - 16])),
        Refused("lidt", a => a.lidt(__[rsp - 16])),
        Refused("lldt", a => a.lldt(ax)),
        Refused("ltr", a => a.ltr(ax)),
        Refused("lmsw", a => a.lmsw(ax)),
        Refused("clts", a => a.clts()),
        Refused("invd", a => a.invd()),
        Refused("wbinvd", a => a.wbinvd()),
        Refused("invlpg", a => a.invlpg(__[rax])),
        Refused("swapgs", a => a.swapgs()),
        Refused("sysret", a => { a.mov(rcx, HostileProgram.CodeAddress); a.sysretq(); }),
        Refused("rdmsr", a => { a.mov(ecx, 0xC000_0082); a.rdmsr(); }),
        Refused("wrmsr", a => { a.mov(ecx, 0xC000_0082); a.wrmsr(); }),
    ];

    private static IEnumerable<HostileProgram> Segments =>
    [
        new("ss-of-the-kernel", End.Protection(KernelData), a => { a.mov(eax, KernelData); a.mov(ss, eax); }),
        new("ds-of-the-kernel", End.Protection(KernelData), a => { a.mov(eax, KernelData); a.mov(ds, eax); }),
        new("fs-beyond-the-table", End.Protection(0xFFF8), a => { a.mov(eax, 0xFFF8); a.mov(fs, eax); }),
        new("gs-task-state", End.Protection(TaskState), a => { a.mov(eax, TaskState); a.mov(gs, eax); }),
        new("gs-local-table", End.Protection(0x0C), a => { a.mov(eax, 0x0C); a.mov(gs, eax); }),
        new("iret-to-ring-0", End.Protection(KernelCode), a => InterruptReturn(a, KernelCode, KernelData)),
        new("iret-to-ring-0-by-privilege-bits", End.Protection(UserCode & ~3), a => InterruptReturn(a, UserCode & ~3, UserData & ~3)),
        new("far-return-to-ring-0", End.Protection(KernelCode), a =>
        {
            a.push(KernelCode);
            a.mov(rax, HostileElf.Entry);
            a.push(rax);
            a.db(0x48, 0xCB); // RETF, 64 bits wide
        }),
        new("far-call-to-ring-0", End.Protection(KernelCode), a =>
        {
            a.mov(__dword_ptr[rsp - 16], 0);
            a.mov(__dword_ptr[rsp - 12], KernelCode);
            a.call(__fword_ptr[rsp - 16]);
        }),
    ];

    private static IEnumerable<HostileProgram> Unknown =>
    [
        Undefined("ud2", a => a.ud2()),
        Undefined("sysexit", a => a.sysexitq()), // AMD has it in no 64-bit mode; on Intel's it is a general protection fault
        Undefined("wrfsbase", a => a.wrfsbase(rax)), // CR4.FSGSBASE is off
        Undefined("rdgsbase", a => a.rdgsbase(rax)),
        Undefined("xsetbv", a => a.xsetbv()),
        Undefined("vmcall", a => a.vmcall()),
        Undefined("monitor", a => a.db(0x0F, 0x01, 0xC8)),
        Undefined("into", a => a.db(0xCE)), // not in 64-bit mode
        Undefined("bound", a => a.db(0x62, 0x00, 0x90)),
        Undefined("pusha", a => a.db(0x60)),
        Undefined("lock-without-memory", a => a.db(0xF0, 0x01, 0xC0)),
        Undefined("vex-without-avx", a => a.vaddps(ymm0, ymm1, ymm2)),
    ];

    private static IEnumerable<HostileProgram> Ports =>
    [
        Refused("in", a => { a.mov(edx, 0x80); a.@in(al, dx); }),
        Refused("in-immediate", a => a.@in(al, 0x80)),
        Refused("in-last-port", a => { a.mov(edx, 0xFFFF); a.@in(al, dx); }),
        Refused("out", a => { a.mov(edx, 0x80); a.@out(dx, al); }),
        Refused("out-of-the-machine", a => { a.mov(edx, 0xF4); a.@out(dx, eax); }),
        Refused("outs", a => { a.mov(edx, 0x80); a.mov(rsi, rsp); a.outsb(); }),
        new("ports-in", End.Well, a => { a.mov(edx, 0x80); a.@in(al, dx); }),
        new("ports-out", End.Well, a => { a.mov(edx, 0x80); a.@out(dx, al); }),
        new("ports-cli", End.Protection(), a => a.cli()),
        new("ports-sti", End.Protection(), a => a.sti()),
        new("ports-hlt", End.Protection(), a => a.hlt()),
        new("ports-popf-without-interrupts", End.Well, a => FlagPrograms.ClearInterruptFlag(a)),

        // The right went with the process that had it.
        Refused("in-after-a-driver", a => { a.mov(edx, 0x80); a.@in(al, dx); }),
    ];

    /// <summary>
    /// INT with every vector: but for three gates, none is for ring 3 (SDM volume 3, 6.12.1.1). The error code should be the vector times 8, and 2;
    /// QEMU 7.2 has the vector times 16 there.
    /// </summary>
    private static IEnumerable<HostileProgram> Interrupts =>
        Enumerable.Range(0, 256).Select(vector => new HostileProgram(
            $"int-{vector}",
            vector is 3 or 4 or FailedCheck ? new End(vector) : new End(13, Error: null),
            a => a.@int((byte)vector)))
        .Concat(
        [
            new("instruction-int3", new End(3), a => a.int3()),
            new("failed-check-of-no-number", new End(FailedCheck), a => { a.mov(rdi, ulong.MaxValue); a.@int(FailedCheck); }),
        ]);

    private static HostileProgram Undefined(string instruction, Action<Assembler> code) => new($"instruction-{instruction}", End.InvalidOpcode, code);

    private static HostileProgram Refused(string instruction, Action<Assembler> code) => new($"instruction-{instruction}", End.Protection(), code);

    private static void InterruptReturn(Assembler a, int code, int stack)
    {
        a.mov(rax, rsp);
        a.push(stack);
        a.push(rax);
        a.pushfq();
        a.push(code);
        a.mov(rax, HostileElf.Entry);
        a.push(rax);
        a.iretq();
    }
}
