using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>What a system call may change, beside RAX and the processor's own RCX and R11.</summary>
[Flags]
internal enum Outputs
{
    None = 0,
    Rdi = 1,
    Rsi = 2,
    Rdx = 4,
    R8 = 8,
    Message = Rdi | Rsi | Rdx,
}

/// <summary>System calls made with a pattern in every register, so that what the kernel changes is seen.</summary>
internal static unsafe class Registers
{
    // Carry, parity, adjust, zero, sign, direction and overflow: what a program can set without a consequence but for string instructions.
    private const ulong Flags = 0xCD5;

    // All exceptions masked, rounding towards zero, denormals are zeros.
    private const ulong SseControl = 0x1F80 | 0x6000 | 0x40;

    private static ulong pattern = 0x0123_4567_89AB_CDEF;

    /// <summary>Makes a call, and expects an answer in RAX and all registers as they were but for the outputs.</summary>
    internal static RegisterSet Check(
        ulong answer,
        Outputs outputs,
        SystemCallNumber number,
        ulong rdi = 0x1111_2222_3333_4444,
        ulong rsi = 0x2222_3333_4444_5555,
        ulong rdx = 0x3333_4444_5555_6666,
        ulong rax = 0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        RegisterSet before = Fill();
        before.Rax = (ulong)number | rax;
        before.Rdi = rdi;
        before.Rsi = rsi;
        before.Rdx = rdx;
        RegisterSet after = before;
        TrialCall.Make(&after);
        string changed = Compare(before, after, outputs);
        if (after.Rax != answer)
            Expect.Fail($"call {(int)number}: rax is 0x{after.Rax:x}, not 0x{answer:x}", file, line);
        if (changed.Length > 0)
            Expect.Fail($"call {(int)number} changed {changed}", file, line);
        return after;
    }

    /// <summary>A set with another number in each register.</summary>
    internal static RegisterSet Fill()
    {
        RegisterSet set = default;
        ulong* words = &set.Rax;
        for (int i = 0; i < 15; i++)
            words[i] = Next();
        for (int i = 0; i < 32; i++)
            set.Sse[i] = Next();
        set.Flags = Flags | 2;
        set.SseControl = SseControl;
        return set;
    }

    /// <summary>The registers that differ, but for RAX, RCX, R11 and the outputs.</summary>
    internal static string Compare(RegisterSet before, RegisterSet after, Outputs outputs, bool flags = true)
    {
        string changed = "";
        Add(ref changed, "rbx", before.Rbx == after.Rbx);
        Add(ref changed, "rdx", before.Rdx == after.Rdx || (outputs & Outputs.Rdx) != 0);
        Add(ref changed, "rsi", before.Rsi == after.Rsi || (outputs & Outputs.Rsi) != 0);
        Add(ref changed, "rdi", before.Rdi == after.Rdi || (outputs & Outputs.Rdi) != 0);
        Add(ref changed, "rbp", before.Rbp == after.Rbp);
        Add(ref changed, "r8", before.R8 == after.R8 || (outputs & Outputs.R8) != 0);
        Add(ref changed, "r9", before.R9 == after.R9);
        Add(ref changed, "r10", before.R10 == after.R10);
        Add(ref changed, "r12", before.R12 == after.R12);
        Add(ref changed, "r13", before.R13 == after.R13);
        Add(ref changed, "r14", before.R14 == after.R14);
        Add(ref changed, "r15", before.R15 == after.R15);
        Add(ref changed, "flags", !flags || ((before.Flags ^ after.Flags) & Flags) == 0);
        Add(ref changed, "mxcsr", before.SseControl == after.SseControl);
        for (int i = 0; i < 32; i++)
            Add(ref changed, $"xmm{i / 2}", before.Sse[i] == after.Sse[i]);
        return changed;
    }

    private static void Add(ref string changed, string name, bool same)
    {
        if (!same)
            changed = $"{changed}{(changed.Length > 0 ? " " : "")}{name}";
    }

    private static ulong Next() => pattern = (pattern * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
}
