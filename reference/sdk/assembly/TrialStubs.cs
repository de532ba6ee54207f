using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// Instructions by which a test program tries what the kernel must refuse or preserve. The linker takes them only into a program that names
/// one of them.
/// </summary>
public static class TrialStubs
{
    private static readonly AssemblerRegisterXMM[] Registers =
    [
        xmm0, xmm1, xmm2, xmm3, xmm4, xmm5, xmm6, xmm7, xmm8, xmm9, xmm10, xmm11, xmm12, xmm13, xmm14, xmm15,
    ];

    /// <summary>An ELF64 object with the functions.</summary>
    public static byte[] ObjectFile()
    {
        var code = new MachineCode(".text.trial", 64);
        Privileged(code);
        SseCanary(code);
        MeasureStubs.Write(code);
        CanaryStubs.Write(code);
        TrialCallStubs.Write(code);
        return ElfObjectWriter.Write([code.ToSection()]);
    }

    private static void Privileged(MachineCode code)
    {
        Assembler a = code.Code;

        // trial_port_read8(port), trial_port_write8(port, value): allowed with the I/O privilege, else a general protection fault.
        code.Function("trial_port_read8");
        a.mov(edx, edi);
        a.xor(eax, eax);
        a.@in(al, dx);
        a.ret();
        code.Function("trial_port_write8");
        a.mov(edx, edi);
        a.mov(eax, esi);
        a.@out(dx, al);
        a.ret();

        code.Function("trial_halt");
        a.hlt();
        a.ret();
        code.Function("trial_disable_interrupts");
        a.cli();
        a.ret();

        // trial_jump(address): runs what is there, if the kernel lets it.
        code.Function("trial_jump");
        a.jmp(rdi);
    }

    /// <summary>
    /// <c>trial_sse_canary(seed, rounds)</c>: fills the sixteen XMM registers with values made from the seed, sets MXCSR to a value of the
    /// seed's too (a rounding mode), spins, and returns 1 if all of it is as it was, else 0. MXCSR is given back as it came.
    /// </summary>
    private static void SseCanary(MachineCode code)
    {
        Assembler a = code.Code;
        Label spin = a.CreateLabel();
        Label end = a.CreateLabel();
        code.Function("trial_sse_canary");
        a.sub(rsp, 24);
        a.stmxcsr(__dword_ptr[rsp]); // the caller's
        a.mov(eax, edi);
        a.and(eax, 3);
        a.shl(eax, 13); // rounding control (SDM volume 1, 10.2.3)
        a.or(eax, 0x1F80);
        a.mov(__dword_ptr[rsp + 4], eax);
        a.ldmxcsr(__dword_ptr[rsp + 4]);
        for (int i = 0; i < Registers.Length; i++)
        {
            // Both halves, each different in every register.
            a.lea(rax, __[rdi + (i * 2)]);
            a.movq(Registers[i], rax);
            a.pslldq(Registers[i], 8);
            a.lea(rax, __[rdi + (i * 2) + 1]);
            a.mov(__qword_ptr[rsp + 8], rax);
            a.movlps(Registers[i], __qword_ptr[rsp + 8]);
        }

        a.Label(ref spin);
        a.dec(rsi);
        a.jg(spin);

        a.xor(ecx, ecx); // gathers differences
        for (int i = 0; i < Registers.Length; i++)
        {
            a.movq(rax, Registers[i]);
            a.lea(rdx, __[rdi + (i * 2) + 1]);
            a.xor(rax, rdx);
            a.or(rcx, rax);
            a.psrldq(Registers[i], 8);
            a.movq(rax, Registers[i]);
            a.lea(rdx, __[rdi + (i * 2)]);
            a.xor(rax, rdx);
            a.or(rcx, rax);
        }

        a.stmxcsr(__dword_ptr[rsp + 8]);
        a.mov(eax, __dword_ptr[rsp + 8]);
        a.xor(eax, __dword_ptr[rsp + 4]);
        a.or(rcx, rax);
        a.ldmxcsr(__dword_ptr[rsp]);
        a.xor(eax, eax);
        a.test(rcx, rcx);
        a.jnz(end);
        a.inc(eax);
        a.Label(ref end);
        a.add(rsp, 24);
        a.ret();
    }
}
