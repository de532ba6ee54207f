namespace Merriwig.Trials;

/// <summary>Memory: on demand, consecutive, given back, moved.</summary>
internal static unsafe class MemoryTrials
{
    internal static Scenario[] Table =>
    [
        new("memory-reading-costs-nothing", &OnDemand.ReadingCostsNothing),
        new("memory-writing-costs-a-frame", &OnDemand.WritingCostsAFrame),
        new("memory-read-then-written", &OnDemand.ReadThenWritten),
        new("memory-is-zero-at-first", &OnDemand.IsZeroAtFirst),
        new("memory-decommitted", &OnDemand.Decommitted),
        new("memory-decommitted-large-pieces", &OnDemand.DecommittedInLargePieces),
        new("memory-decommitted-stack", &OnDemand.DecommittedStack),
        new("memory-heap-from-end-to-end", &OnDemand.HeapFromEndToEnd),
        new("memory-beyond-the-heap", &OnDemand.BeyondTheHeap),
        new("memory-on-demand-moves", &Moving.OnDemand),
        new("memory-moves-with-its-account", &Moving.Accounts),
        new("memory-consecutive", &Consecutive.LimitsAndOrder),
        new("memory-consecutive-is-zero", &Consecutive.IsZero),
        new("memory-consecutive-of-many-sizes", &Consecutive.ManySizes),
        new("memory-freed-chunk-faults", &Freed.Faults),
        new("memory-freed-in-steps", &Freed.InSteps),
        new("memory-freed-in-steps-at-the-end", &Freed.AtTheEnd) { LeavesLargeChunk = true },
        new("memory-freed-in-another-order", &Freed.InAnotherOrder),
        new("memory-behind-a-chunk", &Freed.BehindAChunk),
    ];
}
