namespace Merriwig.Trials;

/// <summary>Starting programs: clauses, files, what a program finds, and the handles that stand for processes.</summary>
internal static unsafe class ExecTrials
{
    internal static Scenario[] Table =>
    [
        new("exec-clauses-of-mounts", &Clauses.OfMounts),
        new("exec-clause-unmount", &Clauses.Unmount),
        new("exec-clause-mount", &Clauses.Mount),
        new("exec-clauses-that-are-wrong", &Clauses.Wrong),
        new("exec-clauses-in-any-order", &Clauses.InAnyOrder),
        new("exec-clauses-of-lines", &Clauses.OfLinesDenied),
        new("exec-clauses-of-lines-granted", &Clauses.OfLinesGranted) { HasDevices = true },
        new("exec-many-mounts", &Clauses.ManyMounts),
        new("exec-arguments-and-environment", &Words.Arrive),
        new("exec-long-arguments", &Words.LongOnes),
        new("exec-names", &Words.Names),
        new("exec-entry-state", &EntryState.Registers),
        new("exec-standard-handles", &EntryState.StandardHandles),
        new("exec-malformed-files", &Malformed.EveryFieldIsChecked),
        new("exec-truncated-files", &Malformed.EveryLengthIsChecked),
        new("exec-right-files-of-odd-kinds", &Malformed.OddButRight),
        new("exec-segment-rights", &Segments.Rights),
        new("exec-zeros-behind-data", &Segments.ZerosBehindData),
        new("exec-large-zeros-cost-nothing", &Segments.LargeZeros),
        new("exec-large-data", &Segments.LargeData),
        new("exec-stack-to-the-last-page", &Segments.StackToTheLastPage),
        new("exec-stack-of-another-thread", &Segments.StackOfAnotherThread),
        new("exec-process-handle", &ProcessHandles.CopiedAndSent),
        new("exec-process-handle-after-the-end", &ProcessHandles.AfterTheEnd),
        new("exec-without-process-handle", &ProcessHandles.NotAskedFor),
        new("exec-process-handle-dropped", &ProcessHandles.Dropped),
        new("exec-same-address-own-memory", &ProcessHandles.SameAddressOwnMemory),
    ];
}
