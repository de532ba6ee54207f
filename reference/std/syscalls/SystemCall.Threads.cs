namespace Euralios.Std;

// Threads and time.
public static unsafe partial class SystemCall
{
    /// <summary>Ends the calling thread. The status is the process's if it was its last one.</summary>
    public static void ExitThread(int status)
    {
        while (true)
            Try(Make(SystemCallNumber.ExitThread, (ulong)status), out _, out _);
    }

    /// <summary>Lets other threads run.</summary>
    public static void Yield() => Try(Make(SystemCallNumber.Yield), out _, out _);

    /// <summary>Waits; the kernel's granularity is 10 ms.</summary>
    public static void Sleep(ulong microseconds) => Try(Make(SystemCallNumber.Sleep, microseconds), out _, out _);

    /// <summary>Waits for an interrupt line, 0 to 15, that the process was granted.</summary>
    public static bool TryAwaitInterrupt(uint line, out Error error) => Try(Make(SystemCallNumber.AwaitInterrupt, line), out _, out error);

    /// <summary>Stops the process's other threads and stores their contexts.</summary>
    /// <param name="records">Where to.</param>
    /// <param name="capacity">For how many records there is room.</param>
    /// <param name="count">How many other threads there are. Were it more than the room, none is stopped.</param>
    /// <param name="error">Why none was stopped.</param>
    public static bool TrySuspend(void* records, ulong capacity, out ulong count, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.Suspend, (ulong)records, capacity), out SystemCallRegisters output, out error);
        count = output.Rdi;
        return done;
    }

    /// <summary>Lets them go on.</summary>
    public static bool TryResume(out Error error) => Try(Make(SystemCallNumber.Resume), out _, out error);
}
