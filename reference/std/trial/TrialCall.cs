using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Euralios.Std;

/// <summary>All registers of a program but RSP and RIP, as a trial wants them before a system call or finds them after it.</summary>
[StructLayout(LayoutKind.Sequential)]
public unsafe struct RegisterSet
{
    public ulong Rax;
    public ulong Rbx;
    public ulong Rcx;
    public ulong Rdx;
    public ulong Rsi;
    public ulong Rdi;
    public ulong Rbp;
    public ulong R8;
    public ulong R9;
    public ulong R10;
    public ulong R11;
    public ulong R12;
    public ulong R13;
    public ulong R14;
    public ulong R15;
    public ulong Flags;

    /// <summary>XMM0 to XMM15, two words each.</summary>
    public fixed ulong Sse[32];

    /// <summary>MXCSR.</summary>
    public ulong SseControl;

    /// <summary>Only where a trial says so; a call neither takes nor leaves it here.</summary>
    public ulong Rsp;
}

/// <summary>
/// For programs that test the kernel: a system call with all registers given and seen. The machine code is
/// <c>reference/sdk/assembly/TrialCallStubs.cs</c>.
/// </summary>
public static unsafe class TrialCall
{
    /// <summary>SYSCALL with the registers of a set, which afterwards holds what the call left. Not for <see cref="SystemCallNumber.ForkThread"/>.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_system_call")]
    public static extern void Make(RegisterSet* registers);

    /// <summary>
    /// Forks the thread with the registers of the first of two sets, but for R15, which becomes the sets' address. The first then holds what the parent
    /// sees, the second what the child does, its RSP included; after them is a word in which the child puts 1 before it ends.
    /// </summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_fork")]
    public static extern void Fork(RegisterSet* registers);
}
