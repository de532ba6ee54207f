using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Ends of programs in words.</summary>
internal static class EndReport
{
    /// <summary>The vector that a failed check in C# code has; see handouts/syscalls/21-wait.md.</summary>
    private const int FailedCheck = 49;

    /// <summary>What a person is told of a program's fault.</summary>
    internal static string OfFault(string name, int vector) =>
        vector == FailedCheck ? $"{name}: ended by an exception" : $"{name}: ended by {NameOf(vector)}";

    /// <summary>The state of a job in a list.</summary>
    internal static string StateOf(Job job)
    {
        if (!job.HasEnded)
            return "Running";
        if (job.IsKilled)
            return "Killed";
        if (job.Processes.Count > 0 && job.Processes[job.Processes.Count - 1].End.Reason == EndReason.Fault)
            return "Fault";
        return job.Status == 0 ? "Done" : $"Exit {job.Status}";
    }

    /// <summary>Exceptions by the manual's names (SDM, volume 3, 7.3).</summary>
    private static string NameOf(int vector) => vector switch
    {
        0 => "DIVIDE ERROR",
        1 => "DEBUG EXCEPTION",
        3 => "BREAKPOINT",
        4 => "OVERFLOW",
        5 => "BOUND RANGE EXCEEDED",
        6 => "INVALID OPCODE",
        7 => "DEVICE NOT AVAILABLE",
        8 => "DOUBLE FAULT",
        11 => "SEGMENT NOT PRESENT",
        12 => "STACK FAULT",
        13 => "GENERAL PROTECTION FAULT",
        14 => "PAGE FAULT",
        16 => "FLOATING-POINT ERROR",
        17 => "ALIGNMENT CHECK",
        19 => "SIMD FLOATING-POINT EXCEPTION",
        _ => $"EXCEPTION {vector}",
    };
}
