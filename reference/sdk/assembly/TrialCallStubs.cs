using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// System calls with every register of the caller's choice, and every register seen afterwards. A set of registers
/// (<c>reference/std/trial/TrialCall.cs</c>) is 16 words, the general registers without rsp and then the flags; 16 XMM registers; MXCSR.
/// </summary>
internal static class TrialCallStubs
{
    private const int Flags = 15 * 8, Sse = 16 * 8, SseControl = Sse + (16 * 16), StackPointer = SseControl + 8;

    /// <summary>Bytes of a set; another one may follow.</summary>
    private const int SetSize = StackPointer + 8;

    private const int ExitThread = 1;

    // In the order of a set. RCX and R11 are the processor's during SYSCALL, and only stored.
    private static readonly AssemblerRegister64[] General = [rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15];

    private static readonly AssemblerRegister64[] Preserved = [rbx, rbp, r12, r13, r14, r15];

    private static readonly AssemblerRegisterXMM[] Registers =
    [
        xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7, xmm8, xmm9, xmm10, xmm11, xmm12, xmm13, xmm14, xmm15,
    ];

    internal static void Write(MachineCode code)
    {
        Assembler a = code.Code;

        // trial_system_call(set)
        code.Function("trial_system_call");
        Enter(a);
        Load(a);
        a.mov(rax, __qword_ptr[rax]);
        a.syscall();
        a.xchg(__qword_ptr[rsp], rax); // the set; what the call left in rax takes its place
        Store(a);
        Leave(a);

        // trial_fork(sets): the same with the call fork_thread; r15 is the address of the sets. The child stores what it sees in the second set,
        // then a 1 behind it, and ends.
        Label parent = a.CreateLabel();
        code.Function("trial_fork");
        Enter(a);
        a.mov(__qword_ptr[rdi + (14 * 8)], rdi);
        Load(a);
        a.mov(rax, __qword_ptr[rax]);
        a.syscall();
        a.test(rdi, rdi);
        a.AddInstruction(Instruction.CreateBranch(Code.Jne_rel32_64, parent.Id));
        a.mov(__qword_ptr[r15 + SetSize + StackPointer], rsp);
        a.push(rax);
        a.lea(rax, __[r15 + SetSize]);
        Store(a);
        a.mov(__qword_ptr[r15 + (2 * SetSize)], 1);
        a.xor(edi, edi);
        a.mov(eax, ExitThread);
        a.syscall();
        a.ud2();
        a.Label(ref parent);
        a.xchg(__qword_ptr[rsp], rax);
        Store(a);
        Leave(a);
    }

    private static void Enter(Assembler a)
    {
        foreach (AssemblerRegister64 register in Preserved)
            a.push(register);
        a.sub(rsp, 24);
        a.stmxcsr(__dword_ptr[rsp + 8]);
        a.mov(__qword_ptr[rsp], rdi);
    }

    /// <summary>All of the set at rdi but rax, which is its address then. Nothing after the flags changes flags.</summary>
    private static void Load(Assembler a)
    {
        a.mov(rax, rdi);
        a.ldmxcsr(__dword_ptr[rax + SseControl]);
        for (int i = 0; i < Registers.Length; i++)
            a.movdqu(Registers[i], __xmmword_ptr[rax + Sse + (i * 16)]);
        a.push(__qword_ptr[rax + Flags]);
        a.popfq();
        for (int i = 1; i < General.Length; i++)
            a.mov(General[i], __qword_ptr[rax + (i * 8)]);
    }

    /// <summary>All registers into the set at rax; rax itself is on the stack.</summary>
    private static void Store(Assembler a)
    {
        for (int i = 1; i < General.Length; i++)
            a.mov(__qword_ptr[rax + (i * 8)], General[i]);
        a.pushfq();
        a.pop(__qword_ptr[rax + Flags]);
        a.cld();
        a.mov(rcx, __qword_ptr[rsp]);
        a.mov(__qword_ptr[rax], rcx);
        for (int i = 0; i < Registers.Length; i++)
            a.movdqu(__xmmword_ptr[rax + Sse + (i * 16)], Registers[i]);
        a.stmxcsr(__dword_ptr[rax + SseControl]);
    }

    private static void Leave(Assembler a)
    {
        a.ldmxcsr(__dword_ptr[rsp + 8]);
        a.add(rsp, 24);
        for (int i = Preserved.Length - 1; i >= 0; i--)
            a.pop(Preserved[i]);
        a.ret();
    }
}
