using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// The ways into the kernel and the one way out. Whatever comes, an exception, a line of the 8259s or a system call, the registers of whoever
/// was running go to its context area, C# runs on a stack of the kernel's, and what C# returns is the frame that goes on.
/// </summary>
/// <remarks>
/// A context area is what interrupt stack 1 points behind (see <c>reference/kernel/cpu/ContextFrames.cs</c>): SSE's state (FXSAVE, 512 bytes), then
/// the frame of <c>reference/kernel/cpu/InterruptFrame.cs</c>. So the registers are saved where they stay while the thread does not run,
/// and nothing is copied. Entries are 16 bytes apart, from <c>interrupt_entries</c>.
/// <para>
/// The kernel's own stack is empty whenever something else runs, so each entry starts at its top. Only an exception that the kernel itself raised
/// must leave that stack as it is, and is reported on a stack of its own.
/// </para>
/// </remarks>
internal static class InterruptEntries
{
    private const int Vectors = 50;
    private const int FirstLine = 32;
    private const int EntrySize = 16;
    private const int SseArea = 512; // FXSAVE (SDM volume 1, 10.5)

    // Offsets in the frame, and of the task state's interrupt stack 1 (SDM volume 3, figure 8-11).
    private const int FrameVector = 120, FrameCodeSegment = 144, TaskStateStack1 = 36;

    private const int UserData = 0x2B, UserCode = 0x33;

    // What a system call's frame has in the place of a vector: no vector has this number.
    private const sbyte SystemCall = 0x7F;

    // Vectors for which the processor pushes an error code (SDM volume 3, table 6-1).
    private static readonly int[] WithErrorCode = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];

    private static readonly AssemblerRegister64[] Saved = [rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15];

    internal static IEnumerable<ObjectSection> Sections()
    {
        yield return Code();

        // The task state with its map of all ports (SDM volume 3, 8.7), the areas for whoever runs before there are threads and for exceptions
        // that must not meet a thread's, and the stack on which the kernel's own exceptions are reported.
        const int taskState = 104 + 8192 + 8, area = 1024, faultStack = 20 * 1024;
        yield return new ObjectSection(
            ".bss", SectionUse.Allocate | SectionUse.Write, 16, [], taskState + (2 * area) + faultStack + 16,
            new Dictionary<string, int>
            {
                ["task_state"] = 0,
                ["boot_context_end"] = taskState + area,
                ["fault_context_end"] = taskState + (2 * area),
                ["fault_stack_top"] = taskState + (2 * area) + faultStack,
                ["program_stack_pointer"] = taskState + (2 * area) + faultStack,
            },
            []);
    }

    private static ObjectSection Code()
    {
        var code = new MachineCode(".text.interrupts", 64);
        Assembler a = code.Code;
        Label save = a.CreateLabel();
        Label ready = a.CreateLabel();

        code.Function("interrupt_entries");
        for (int vector = 0; vector < Vectors; vector++)
        {
            int length = 2;
            if (!WithErrorCode.Contains(vector))
            {
                a.push((sbyte)0); // so that every frame has the same layout
                length += 2;
            }

            a.push((sbyte)vector);
            a.AddInstruction(Instruction.CreateBranch(Iced.Intel.Code.Jmp_rel32_64, save.Id));
            for (length += 5; length < EntrySize; length++)
                a.int3();
        }

        a.Label(ref save);
        Save(a);
        a.test(__byte_ptr[rdi + FrameCodeSegment], 3);
        a.jne(ready);
        a.cmp(__qword_ptr[rdi + FrameVector], FirstLine);
        a.jae(ready); // a line interrupted one of the kernel's threads, which has a stack of its own
        code.LoadAddress(Register.RSP, "fault_stack_top");
        code.Call("interrupt_dispatch");
        code.Jump("resume_frame");
        a.Label(ref ready);
        code.LoadAddress(Register.RSP, "kernel_stack_top");
        code.Call("interrupt_dispatch");

        // RAX is the frame that goes on.
        code.Function("resume_frame");
        a.fxrstor64(__[rax - SseArea]);
        a.mov(rsp, rax);
        foreach (AssemblerRegister64 register in Saved.Reverse())
            a.pop(register);
        a.add(rsp, 16); // vector and error code
        a.iretq();

        SystemCallEntry(code);

        code.Function("cpu_resume");
        a.mov(rax, rdi);
        code.Jump("resume_frame");
        return code.ToSection();
    }

    /// <summary>
    /// SYSCALL pushes nothing (SDM volume 2, SYSCALL): RCX is where the program goes on, R11 its flags, and RSP still the program's. The same
    /// frame is built as for an interrupt, so whoever waits in a system call goes on as any other thread does.
    /// </summary>
    private static void SystemCallEntry(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("system_call_entry");
        code.Store("program_stack_pointer", Register.RSP);
        code.Load(Register.RSP, "task_state", TaskStateStack1);
        a.push(UserData);
        code.PushMemory("program_stack_pointer");
        a.push(r11);
        a.push(UserCode);
        a.push(rcx);
        a.push((sbyte)0);
        a.push(SystemCall);
        Save(a);
        code.LoadAddress(Register.RSP, "kernel_stack_top");
        code.Call("system_call_dispatch");
        code.Jump("resume_frame");
    }

    /// <summary>The registers and SSE's state into the context area; RDI is the frame then.</summary>
    private static void Save(Assembler a)
    {
        foreach (AssemblerRegister64 register in Saved)
            a.push(register);
        a.fxsave64(__[rsp - SseArea]);
        a.mov(rdi, rsp);
        a.cld();
    }
}
