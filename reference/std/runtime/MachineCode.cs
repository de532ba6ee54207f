using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>What C# has no words for. The machine code is <c>reference/sdk/assembly/ProgramStubs.cs</c>.</summary>
internal static unsafe class MachineCode
{
    /// <summary>SYSCALL with the registers given, which then hold what the kernel left in them.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "system_call")]
    internal static extern void Call(SystemCallRegisters* registers);

    /// <summary>Starts a thread with a function and its argument; returns the kernel's error, and the new thread's number.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "start_thread")]
    internal static extern ulong StartThread(delegate*<Action, void> function, Action argument, ulong* thread);

    /// <summary>The time stamp counter.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "read_time_stamp")]
    internal static extern ulong ReadTimeStamp();

    /// <summary>Where the addresses of the image's headers begin: ILC's, one for each object file.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_modules_start")]
    internal static extern ModuleHeader** ModulesStart();

    /// <summary>Where they end.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_modules_end")]
    internal static extern ModuleHeader** ModulesEnd();

    /// <summary>Where the program's writable data begins.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_data_start")]
    internal static extern void* DataStart();

    /// <summary>Where it ends.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_data_end")]
    internal static extern void* DataEnd();

    /// <summary>Lays the registers that a function must preserve on the stack, and calls <c>mark_own_stack</c> with their address.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "spill_registers")]
    internal static extern void SpillRegisters();

    /// <summary>ILC's call of the program's <c>Main</c>, whatever its form; what it returns is <c>Main</c>'s result, or 0.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "__managed__Main")]
    internal static extern int Main(int count, byte** words);
}
