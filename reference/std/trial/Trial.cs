using System.Runtime;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>
/// For programs that test the kernel: instructions that it must refuse, or whose effect it must preserve. A program that uses none of them
/// has none in its image. The machine code is <c>reference/sdk/assembly/TrialStubs.cs</c>.
/// </summary>
public static class Trial
{
    /// <summary>IN: a fault without the privilege of I/O.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_port_read8")]
    public static extern byte ReadPort8(ushort port);

    /// <summary>OUT: a fault without the privilege of I/O.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_port_write8")]
    public static extern void WritePort8(ushort port, byte value);

    /// <summary>HLT: a fault in every program.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_halt")]
    public static extern void Halt();

    /// <summary>CLI: a fault without the privilege of I/O.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_disable_interrupts")]
    public static extern void DisableInterrupts();

    /// <summary>Runs what is at an address.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_jump")]
    public static extern void Jump(ulong address);

    /// <summary>Fills the sixteen XMM registers and MXCSR by a seed, spins for some rounds, and returns 1 if they are as they were, else 0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_sse_canary")]
    public static extern ulong SseCanary(ulong seed, ulong rounds);

    /// <summary>
    /// Fills SSE's and the x87 unit's registers by a seed, goes round a loop, with a system call each time or without, and returns 1 if they are as they
    /// were, else 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_register_canary")]
    public static extern ulong RegisterCanary(ulong seed, ulong rounds, ulong calls);
}
