using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// A loop that holds values in every register of SSE and of the x87 unit, and looks at the end whether they are still there: others may have run
/// meanwhile, and the kernel may have been called.
/// </summary>
internal static class CanaryStubs
{
    private const int X87Registers = 8;
    private const int DebugWrite = 2;

    private static readonly AssemblerRegisterXMM[] Registers =
    [
        xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7, xmm8, xmm9, xmm10, xmm11, xmm12, xmm13, xmm14, xmm15,
    ];

    /// <summary>
    /// <c>trial_register_canary(seed, rounds, calls)</c>: makes the registers, MXCSR and the x87 control word from the seed, goes round the loop, with a
    /// system call each time if <c>calls</c> is not 0, and returns 1 if all is as it was, else 0. The control registers are given back as they came.
    /// </summary>
    internal static void Write(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("trial_register_canary");
        a.push(rbx);
        a.push(r12);
        a.push(r13);
        a.sub(rsp, 48); // what the caller's control registers were, what they are now, a value
        a.mov(rbx, rsi);
        a.mov(r12, rdi);
        a.mov(r13, rdx);
        Fill(a);
        Loop(a);
        Compare(a);
        a.add(rsp, 48);
        a.pop(r13);
        a.pop(r12);
        a.pop(rbx);
        a.ret();
    }

    private static void Fill(Assembler a)
    {
        // A rounding mode for each unit, all exceptions masked (SDM volume 1, 8.1.5 and 10.2.3).
        a.stmxcsr(__dword_ptr[rsp]);
        a.fnstcw(__word_ptr[rsp + 8]);
        a.mov(eax, r12d);
        a.and(eax, 3);
        a.mov(ecx, eax);
        a.shl(eax, 13);
        a.or(eax, 0x1F80);
        a.mov(__dword_ptr[rsp + 16], eax);
        a.ldmxcsr(__dword_ptr[rsp + 16]);
        a.shl(ecx, 10);
        a.or(ecx, 0x037F);
        a.mov(__dword_ptr[rsp + 24], ecx);
        a.fninit();
        a.fldcw(__word_ptr[rsp + 24]);
        for (int i = 0; i < X87Registers; i++)
        {
            a.lea(eax, __[r12d + i]);
            a.mov(__dword_ptr[rsp + 32], eax);
            a.fild(__dword_ptr[rsp + 32]);
        }

        for (int i = 0; i < Registers.Length; i++)
        {
            // Both halves, each different in every register.
            a.lea(rax, __[r12 + (i * 2)]);
            a.movq(Registers[i], rax);
            a.pslldq(Registers[i], 8);
            a.lea(rax, __[r12 + (i * 2) + 1]);
            a.mov(__qword_ptr[rsp + 32], rax);
            a.movlps(Registers[i], __qword_ptr[rsp + 32]);
        }
    }

    private static void Loop(Assembler a)
    {
        Label round = a.CreateLabel();
        Label next = a.CreateLabel();
        a.Label(ref round);
        a.test(r13, r13);
        a.jz(next);
        a.mov(eax, DebugWrite); // of nothing
        a.xor(esi, esi);
        a.syscall();
        a.Label(ref next);
        a.dec(rbx);
        a.jg(round);
    }

    private static void Compare(Assembler a)
    {
        Label end = a.CreateLabel();
        a.xor(ecx, ecx); // gathers differences
        for (int i = 0; i < Registers.Length; i++)
        {
            a.movq(rax, Registers[i]);
            a.lea(rdx, __[r12 + (i * 2) + 1]);
            a.xor(rax, rdx);
            a.or(rcx, rax);
            a.psrldq(Registers[i], 8);
            a.movq(rax, Registers[i]);
            a.lea(rdx, __[r12 + (i * 2)]);
            a.xor(rax, rdx);
            a.or(rcx, rax);
        }

        Differs(a, 16, () => a.stmxcsr(__dword_ptr[rsp + 32]));
        a.mov(__dword_ptr[rsp + 32], 0);
        Differs(a, 24, () => a.fnstcw(__word_ptr[rsp + 32]));
        for (int i = X87Registers - 1; i >= 0; i--)
        {
            a.fistp(__dword_ptr[rsp + 32]);
            a.lea(eax, __[r12d + i]);
            a.xor(eax, __dword_ptr[rsp + 32]);
            a.or(rcx, rax);
        }

        a.ldmxcsr(__dword_ptr[rsp]);
        a.fldcw(__word_ptr[rsp + 8]);
        a.xor(eax, eax);
        a.test(rcx, rcx);
        a.jnz(end);
        a.inc(eax);
        a.Label(ref end);
        a.nop();
    }

    private static void Differs(Assembler a, int expected, Action store)
    {
        store();
        a.mov(eax, __dword_ptr[rsp + 32]);
        a.xor(eax, __dword_ptr[rsp + expected]);
        a.or(rcx, rax);
    }
}
