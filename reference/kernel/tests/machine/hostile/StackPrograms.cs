using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;
using static Merriwig.Machine.Tests.Hostile.HostileProgram;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>Programs whose stack pointer leads anywhere: the kernel must neither use it nor report more than there is.</summary>
internal static class StackPrograms
{
    private const int ForkThread = 0, Yield = 9, Sleep = 18, Receive = 3;

    private static readonly (string Name, ulong Pointer)[] Pointers =
    [
        ("zero", 0),
        ("odd", StackTop - 7),
        ("code", CodeAddress + 0x800),
        ("below-the-stack", StackBottom - 0x1000),
        ("kernel", 0xFFFF_FFFF_8010_0000),
        ("physical-window", 0xFFFF_8000_0010_0000),
        ("highest", ulong.MaxValue),
        ("non-canonical", 0x8000_0000_0000),
        ("end-of-the-lower-half", 0x7FFF_FFFF_FFFF),
    ];

    public static IEnumerable<HostileProgram> All =>
    [
        .. Pointers.Select(stack => new HostileProgram($"stack-{stack.Name}-and-an-exception", End.InvalidOpcode, a =>
        {
            a.mov(rsp, stack.Pointer);
            a.ud2();
        })),
        .. Pointers.Select(stack => new HostileProgram($"stack-{stack.Name}-and-a-system-call", End.Well, a =>
        {
            a.mov(rsp, stack.Pointer);
            a.mov(eax, Yield);
            a.syscall();
        })),
        .. Pointers.Select(stack => new HostileProgram($"stack-{stack.Name}-and-ticks", End.Well, a =>
        {
            Label spin = a.CreateLabel();
            a.mov(rsp, stack.Pointer);
            a.mov(ecx, 3_000_000);
            a.Label(ref spin);
            a.dec(ecx);
            a.jnz(spin);
        })),
        .. Pointers.Select(stack => new HostileProgram($"stack-{stack.Name}-and-a-fork", End.Well, a =>
        {
            a.mov(rsp, stack.Pointer);
            a.mov(eax, ForkThread);
            a.syscall();
        })),

        new("stack-zero-and-a-push", End.Writing(0xFFFF_FFFF_FFFF_FFF8), a => { a.xor(esp, esp); a.push(rax); }),
        new("stack-kernel-and-a-push", End.Writing(0xFFFF_FFFF_800F_FFF8), a => { a.mov(rsp, 0xFFFF_FFFF_8010_0000); a.push(rax); }),
        new("stack-code-and-a-push", End.Writing(CodeAddress + 0x7F8, present: true), a => { a.mov(rsp, CodeAddress + 0x800); a.push(rax); }),
        // A stack fault, 12, by the manual; QEMU 7.2 makes a general protection fault of it.
        new("stack-non-canonical-and-a-push", End.Protection(), a => { a.mov(rsp, 0x8000_0000_0010); a.push(rax); }),
        new("stack-overrun", End.Writing(StackBottom - 8), a =>
        {
            Label again = a.CreateLabel();
            a.Label(ref again);
            a.call(again);
        }),
        new("stack-overrun-by-a-large-frame", End.Writing(StackBottom - 0x2_0000), a => { a.mov(rsp, StackTop); a.sub(rsp, 0x6_0000); a.mov(__[rsp], rax); }),
        new("stack-overrun-of-a-second-thread", End.Writing(StackBottom + 0x8_0000 - 8), a =>
        {
            Label again = a.CreateLabel();
            Label parent = a.CreateLabel();
            a.mov(eax, ForkThread);
            a.syscall();
            a.test(rdi, rdi);
            a.jnz(parent);
            a.Label(ref again);
            a.call(again);
            a.Label(ref parent);
            a.mov(eax, Sleep);
            a.or(rdi, -1);
            a.syscall();
        }),

        // A fault ends all threads, whatever they wait for.
        new("fault-while-other-threads-wait", new End(0), a =>
        {
            Fork(a, () => { a.mov(eax, Receive); a.xor(edi, edi); });
            Fork(a, () => { a.mov(eax, Receive); a.mov(edi, 1); });
            Fork(a, () => { a.mov(eax, Sleep); a.or(rdi, -1); });
            Fork(a, () => { a.mov(eax, Yield); });
            a.mov(eax, Yield);
            a.syscall();
            a.xor(ecx, ecx);
            a.div(rcx);
        }),
    ];

    /// <summary>Starts a thread that makes a system call again and again.</summary>
    private static void Fork(Assembler a, Action registers)
    {
        Label parent = a.CreateLabel();
        Label again = a.CreateLabel();
        a.mov(eax, ForkThread);
        a.syscall();
        a.test(rdi, rdi);
        a.jnz(parent);
        a.Label(ref again);
        registers();
        a.syscall();
        a.jmp(again);
        a.Label(ref parent);
        a.nop();
    }
}
