using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// One entry for each of the first 48 vectors: 32 exceptions and the two 8259s' 16 lines. Each pushes what the processor did not, saves
/// every register that C# may change, SSE's among them, and calls <c>interrupt_dispatch</c> with the frame's address.
/// </summary>
/// <remarks>The frame's layout is <c>reference/kernel/cpu/InterruptFrame.cs</c>. Entries are 16 bytes apart, from <c>interrupt_entries</c>.</remarks>
internal static class InterruptEntries
{
    private const int Vectors = 48;
    private const int EntrySize = 16;
    private const int SseArea = 512; // FXSAVE (SDM volume 1, 10.5)

    // Vectors for which the processor pushes an error code (SDM volume 3, table 6-1).
    private static readonly int[] WithErrorCode = [8, 10, 11, 12, 13, 14, 17, 21, 29, 30];

    private static readonly AssemblerRegister64[] Saved = [rax, rbx, rcx, rdx, rsi, rdi, rbp, r8, r9, r10, r11, r12, r13, r14, r15];

    internal static ObjectSection Section()
    {
        var code = new MachineCode(".text.interrupts", 64);
        Assembler a = code.Code;
        Label common = a.CreateLabel();
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
            a.AddInstruction(Instruction.CreateBranch(Code.Jmp_rel32_64, common.Id));
            for (length += 5; length < EntrySize; length++)
                a.int3();
        }

        a.Label(ref common);
        foreach (AssemblerRegister64 register in Saved)
            a.push(register);
        a.mov(rbp, rsp);
        a.and(rsp, -16);
        a.sub(rsp, SseArea);
        a.fxsave64(__[rsp]);
        a.mov(rdi, rbp);
        a.cld();
        code.Call("interrupt_dispatch");
        a.fxrstor64(__[rsp]);
        a.mov(rsp, rbp);
        foreach (AssemblerRegister64 register in Saved.Reverse())
            a.pop(register);
        a.add(rsp, 16); // vector and error code
        a.iretq();
        return code.ToSection();
    }
}
