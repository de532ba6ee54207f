using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>
/// For programs that measure the kernel: system calls in loops of machine code, timed by the time stamp counter, which counts instructions under
/// <c>-icount shift=0</c>. The machine code is <c>reference/sdk/assembly/MeasureStubs.cs</c>.
/// </summary>
public static unsafe class Measure
{
    /// <summary>What calls take, one after the other, without the loop around them.</summary>
    /// <param name="calls">The registers of each.</param>
    /// <param name="rounds">How often all of them are made.</param>
    /// <param name="error">An error that one of them had; if several had, all bits of them.</param>
    public static ulong Calls(ReadOnlySpan<SystemCallRegisters> calls, ulong rounds, out Error error)
    {
        fixed (SystemCallRegisters* first = calls)
        {
            ulong results;
            ulong loop = TimeNoCalls(first, (ulong)calls.Length, rounds, &results);
            ulong elapsed = TimeCalls(first, (ulong)calls.Length, rounds, &results);
            error = (Error)(results & 127);
            return elapsed - loop;
        }
    }

    /// <summary>What it takes to start a thread, to yield to it, and that it exits, as often as there are rounds.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_time_forks")]
    public static extern ulong Forks(ulong rounds);

    /// <summary>Sends back what comes on a handle, until there is an error, which it returns.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_echo")]
    public static extern Error Echo(ulong handle);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_time_calls")]
    private static extern ulong TimeCalls(SystemCallRegisters* calls, ulong count, ulong rounds, ulong* results);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "trial_time_no_calls")]
    private static extern ulong TimeNoCalls(SystemCallRegisters* calls, ulong count, ulong rounds, ulong* results);
}
