using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// What code compiled by ILC calls by name, in the kernel and in programs alike. Some of these have register contracts of their own, so they
/// are machine code.
/// </summary>
internal static class RuntimeStubs
{
    internal static IEnumerable<ObjectSection> Sections()
    {
        var code = new MachineCode(".text.runtime", 64);
        Assembler a = code.Code;
        Memory(code);

        // Stores of references: a collector that does not move objects needs no barrier. Only rdi, rsi and rcx may change.
        code.Function("RhpAssignRef");
        a.mov(__qword_ptr[rdi], rsi);
        a.ret();
        code.Function("RhpCheckedAssignRef");
        a.mov(__qword_ptr[rdi], rsi);
        a.ret();
        code.Function("RhpByRefAssignRef");
        a.movsq();
        a.ret();

        // r11 = the lowest address of a large frame: touch each page on the way, so that a guard page is hit and not jumped over.
        Label probe = a.CreateLabel();
        code.Function("RhpStackProbe");
        a.push(rax);
        a.lea(rax, __[rsp]);
        a.Label(ref probe);
        a.sub(rax, 4096);
        a.test(__dword_ptr[rax], eax);
        a.cmp(rax, r11);
        a.ja(probe);
        a.pop(rax);
        a.ret();

        // A module's start-up wrapper, which nothing calls, mentions these two.
        code.Function("RhpReversePInvoke");
        a.ret();
        code.Function("RhpReversePInvokeReturn");
        a.ret();

        code.Function("RhpFallbackFailFast");
        a.mov(edi, 13); // ManagedFailure.FailFast
        code.Jump("__managed_failure");
        yield return code.ToSection();

        // Methods with buffers on the stack compare it at their end.
        yield return new ObjectSection(
            ".data.cookie", SectionUse.Allocate | SectionUse.Write, 8, [0x5A, 0x1D, 0xC3, 0x96, 0x0F, 0xE1, 0x78, 0xB4], 0,
            new Dictionary<string, int> { ["__security_cookie"] = 0 }, []);
    }

    private static void Memory(MachineCode code)
    {
        Assembler a = code.Code;

        // memset(rdi, esi, rdx): eight bytes at a time, then the rest.
        code.Function("memset");
        a.mov(r8, rdi);
        a.movzx(eax, sil);
        a.mov(rcx, 0x0101_0101_0101_0101);
        a.imul(rax, rcx);
        a.mov(rcx, rdx);
        a.shr(rcx, 3);
        a.rep.stosq();
        a.mov(ecx, edx);
        a.and(ecx, 7);
        a.rep.stosb();
        a.mov(rax, r8);
        a.ret();

        // memmove(rdi, rsi, rdx): backwards where the destination overlaps the source from above.
        Label backwards = a.CreateLabel();
        code.Function("memmove");
        a.mov(rax, rdi);
        a.mov(rcx, rdi);
        a.sub(rcx, rsi);
        a.cmp(rcx, rdx);
        a.jb(backwards);
        a.mov(rcx, rdx);
        a.shr(rcx, 3);
        a.rep.movsq();
        a.mov(ecx, edx);
        a.and(ecx, 7);
        a.rep.movsb();
        a.ret();
        a.Label(ref backwards);
        a.lea(rdi, __[rdi + rdx - 1]);
        a.lea(rsi, __[rsi + rdx - 1]);
        a.mov(rcx, rdx);
        a.std();
        a.rep.movsb();
        a.cld();
        a.ret();

        code.Function("memcpy");
        code.Jump("memmove");
    }
}
