using System;

namespace Euralios.Std;

/// <summary>Threads of this process.</summary>
public static unsafe class Thread
{
    /// <summary>Starts a thread, which ends when <paramref name="body"/> returns.</summary>
    /// <param name="body">What it does.</param>
    /// <param name="thread">Its number in the system.</param>
    /// <param name="error">Why it was not started.</param>
    public static bool TryStart(Action body, out ulong thread, out Error error)
    {
        ulong number = 0;
        error = (Error)MachineCode.StartThread(&Run, body, &number);
        thread = number;
        return error == Error.None;
    }

    private static void Run(Action body) => body();
}
