using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Lab;

/// <summary>What a thread can ask of the kit's kernel.</summary>
internal enum Call : ulong
{
    Yield,
    GiveWay,
    Block,
    Sleep,
    Wake,
    Fork,
    Start,
    Suspend,
    Exit,
}

/// <summary>The calls as a thread makes them: a software interrupt, as a system call would be, with the call's number in RDI and its argument in RSI.</summary>
internal static class Calls
{
    /// <summary>Computes until so many ticks have come while this thread ran.</summary>
    internal static void Compute(int thread, uint ticks)
    {
        ulong end = Machine.TicksOf(thread) + ticks;
        while (Machine.TicksOf(thread) < end)
        {
        }
    }

    /// <summary>To the back of the queue.</summary>
    internal static void Yield() => Enter(Call.Yield, 0);

    /// <summary>The front of the queue runs, and this thread after it.</summary>
    internal static void GiveWay() => Enter(Call.GiveWay, 0);

    /// <summary>Waits until another thread, or the device, wakes this one.</summary>
    internal static void Block() => Enter(Call.Block, 0);

    /// <summary>Waits for so many ticks, or until it is woken.</summary>
    internal static void Sleep(uint ticks) => Enter(Call.Sleep, ticks);

    /// <summary>Wakes a thread, if it waits.</summary>
    internal static void Wake(uint thread) => Enter(Call.Wake, thread);

    /// <summary>A new thread at the back of the queue, if there is room for one.</summary>
    internal static void Fork() => Enter(Call.Fork, 0);

    /// <summary>A new thread at the front of the queue, if there is room for one: what starting a program does.</summary>
    internal static void Start() => Enter(Call.Start, 0);

    /// <summary>Takes a thread out of the queue until it is woken, if it stands there.</summary>
    internal static void Suspend(uint thread) => Enter(Call.Suspend, thread);

    /// <summary>Ends this thread.</summary>
    internal static void Exit() => Enter(Call.Exit, 0);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_enter_kernel")]
    private static extern void Enter(Call call, ulong argument);
}
