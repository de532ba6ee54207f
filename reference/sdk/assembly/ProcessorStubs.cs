using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>Instructions that C# cannot express, each a function in the System V calling convention: rdi, rsi, rdx in, rax out.</summary>
internal static class ProcessorStubs
{
    // Callee-saved registers, and the stack pointer and return address: what a jump back to a saved place needs.
    private static readonly AssemblerRegister64[] Preserved = [rbx, rbp, r12, r13, r14, r15];

    internal static ObjectSection Section()
    {
        var code = new MachineCode(".text.processor", 64);
        Assembler a = code.Code;
        BootEntry.UpperHalf(code);
        Ports(code);

        Leaf(code, "cpu_halt", () => a.hlt());
        Leaf(code, "cpu_enable_interrupts", () => a.sti());
        Leaf(code, "cpu_disable_interrupts", () => a.cli());

        // STI takes effect after the next instruction, so an interrupt cannot slip in between and leave the processor halted.
        Leaf(code, "cpu_wait_for_interrupt", () =>
        {
            a.sti();
            a.hlt();
        });
        Leaf(code, "cpu_read_tsc", () =>
        {
            a.rdtsc();
            a.shl(rdx, 32);
            a.or(rax, rdx);
        });
        Leaf(code, "cpu_read_cr2", () => a.mov(rax, cr2));
        Leaf(code, "cpu_read_cr3", () => a.mov(rax, cr3));
        Leaf(code, "cpu_write_cr3", () => a.mov(cr3, rdi));
        Leaf(code, "cpu_invalidate_page", () => a.invlpg(__[rdi]));
        Leaf(code, "cpu_write_msr", () =>
        {
            a.mov(ecx, edi);
            a.mov(eax, esi);
            a.mov(rdx, rsi);
            a.shr(rdx, 32);
            a.wrmsr();
        });
        Leaf(code, "cpu_enter_kernel", () => a.@int(48));

        // fill_words(rdi = address, rsi = value, rdx = words of 8 bytes)
        Leaf(code, "fill_words", () =>
        {
            a.mov(rax, rsi);
            a.mov(rcx, rdx);
            a.rep.stosq();
        });
        Leaf(code, "cpu_load_idt", () => a.lidt(__[rdi]));

        // And no local table: after a reset its register has address 0 and 64 KiB, so the processor would look for descriptors in a program's memory.
        Leaf(code, "cpu_load_task_register", () =>
        {
            a.ltr(di);
            a.xor(eax, eax);
            a.lldt(ax);
        });
        LoadGdt(code);
        SaveAndRestore(code);
        Addresses(code);

        // The host sets a breakpoint here: the guest stands still while its memory is read or written. See handouts/tracing.md.
        Leaf(code, "__checkpoint", () => { });
        return code.ToSection();
    }

    private static void Leaf(MachineCode code, string name, Action body)
    {
        code.Function(name);
        body();
        code.Code.ret();
    }

    private static void Ports(MachineCode code)
    {
        Assembler a = code.Code;
        Leaf(code, "port_read8", () =>
        {
            a.mov(edx, edi);
            a.xor(eax, eax);
            a.@in(al, dx);
        });
        Leaf(code, "port_read16", () =>
        {
            a.mov(edx, edi);
            a.xor(eax, eax);
            a.@in(ax, dx);
        });
        Leaf(code, "port_read32", () =>
        {
            a.mov(edx, edi);
            a.@in(eax, dx);
        });
        Leaf(code, "port_write8", () =>
        {
            a.mov(edx, edi);
            a.mov(eax, esi);
            a.@out(dx, al);
        });
        Leaf(code, "port_write16", () =>
        {
            a.mov(edx, edi);
            a.mov(eax, esi);
            a.@out(dx, ax);
        });
        Leaf(code, "port_write32", () =>
        {
            a.mov(edx, edi);
            a.mov(eax, esi);
            a.@out(dx, eax);
        });
    }

    /// <summary><c>cpu_load_gdt(pointer, code selector, data selector)</c>: a far return reloads CS.</summary>
    private static void LoadGdt(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("cpu_load_gdt");
        a.lgdt(__[rdi]);
        a.mov(ds, dx);
        a.mov(es, dx);
        a.mov(ss, dx);
        a.pop(rax);
        a.push(rsi);
        a.push(rax);
        a.AddInstruction(Instruction.Create(Code.Retfq));
    }

    /// <summary>
    /// <c>context_save(area)</c> returns 0, and returns once more, with 1, when <c>context_restore(area)</c> is called further down the same
    /// stack. The area is 9 words: the preserved registers, RSP, RIP, RFLAGS.
    /// </summary>
    private static void SaveAndRestore(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("context_save");
        for (int i = 0; i < Preserved.Length; i++)
            a.mov(__qword_ptr[rdi + (i * 8)], Preserved[i]);
        a.lea(rax, __[rsp + 8]);
        a.mov(__qword_ptr[rdi + 48], rax);
        a.mov(rax, __qword_ptr[rsp]);
        a.mov(__qword_ptr[rdi + 56], rax);
        a.pushfq();
        a.pop(rax);
        a.mov(__qword_ptr[rdi + 64], rax);
        a.xor(eax, eax);
        a.ret();

        code.Function("context_restore");
        for (int i = 0; i < Preserved.Length; i++)
            a.mov(Preserved[i], __qword_ptr[rdi + (i * 8)]);
        a.mov(rsp, __qword_ptr[rdi + 48]);
        a.mov(rdx, __qword_ptr[rdi + 56]);
        a.push(__qword_ptr[rdi + 64]);
        a.popfq();
        a.mov(eax, 1);
        a.jmp(rdx);
    }

    /// <summary>Where the linker put the image, as functions, because C# cannot name a linker's symbol.</summary>
    private static void Addresses(MachineCode code)
    {
        foreach (string symbol in (string[])["image_physical_start", "image_physical_end"])
            Leaf(code, "get_" + symbol, () => code.MoveAddress64(Register.RAX, symbol));
        foreach (string symbol in (string[])["__inspect", "kernel_stack_bottom", "kernel_stack_top", "interrupt_entries", "system_call_entry",
            "task_state", "boot_context_end", "fault_context_end"])
            Leaf(code, "get_" + symbol, () => code.LoadAddress(Register.RAX, symbol));
    }
}
