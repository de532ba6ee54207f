namespace Merriwig.Trials;

/// <summary>Every system call with right and with wrong arguments.</summary>
internal static unsafe class CallTrials
{
    internal static Scenario[] Table =>
    [
        new("calls-unknown-numbers", &UnknownNumbers.AreNotImplemented),
        new("calls-keep-registers", &KeptRegisters.OfCallsThatReturnAtOnce),
        new("calls-keep-registers-on-errors", &KeptRegisters.OfCallsThatFail),
        new("calls-keep-registers-in-waits", &KeptRegisters.OfCallsThatWait),
        new("calls-fork-copies-registers", &KeptRegisters.OfForkedThreads),
        new("calls-pointers-that-are-read", &Pointers.AreReadOnlyWhereTheyMay),
        new("calls-pointers-that-are-written", &Pointers.AreWrittenOnlyWhereTheyMay),
        new("calls-pointers-across-pages", &Pointers.AcrossPages),
        new("calls-handles-of-no-thing", &WrongHandles.AreRefused),
        new("calls-handle-numbers", &WrongHandles.NewOnesAreTheLowest),
        new("calls-debug-write", &DebugWrite.TextAndLengths),
        new("calls-debug-write-malformed", &DebugWrite.MalformedText),
        new("calls-debug-write-trace", &DebugWrite.TraceLine),
        new("calls-malloc", &MemoryArguments.OfMalloc),
        new("calls-free", &MemoryArguments.OfFree),
        new("calls-decommit", &MemoryArguments.OfDecommit),
        new("calls-await-interrupt-denied", &Devices.LinesAreDenied),
        new("calls-await-interrupt", &Devices.TheClocksInterrupt) { HasDevices = true },
        new("calls-ports-denied", &Devices.PortsAreDenied) { Vector = 13 },
        new("calls-ports", &Devices.Ports) { HasDevices = true },
        new("calls-kill-and-wait-arguments", &ProcessArguments.OfKillAndWait),
        new("calls-exec-arguments", &ProcessArguments.OfExec),
        new("calls-statistics", &SystemFigures.Lengths),
        new("calls-statistics-records", &SystemFigures.Records),
        new("calls-date", &SystemFigures.Date),
        new("calls-receive-any-arguments", &ReceiveAnyArguments.Counts),
        new("calls-suspend-arguments", &SuspendArguments.Capacities),
        new("calls-suspend-and-resume", &SuspendArguments.ContextsOfTheOthers),
        new("calls-exit-thread-status", &ProcessArguments.StatusOfTheLastThread) { Reason = Euralios.Std.EndReason.Exited, Status = 41 },
        new("calls-kill-self-status", &ProcessArguments.StatusOfASuicide) { Status = 42 },
    ];
}
