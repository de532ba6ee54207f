namespace Merriwig.Lab;

/// <summary>The table of cases, task by task. The names' first words are what <c>lab.yaml</c> sorts them by.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("tree-set-reaches-every-level", &TreeCases.SetReachesEveryLevel);
        table.Add("tree-set-beside-another-changes-one-bit", &TreeCases.SetBesideAnother);
        table.Add("tree-clear-last-reaches-every-level", &TreeCases.ClearLastReachesEveryLevel);
        table.Add("tree-clear-one-of-two-stops", &TreeCases.ClearOneOfTwoStops);
        table.Add("tree-single-level", &TreeCases.SingleLevel);
        table.Add("tree-random-bits", &TreeCases.RandomBits);

        table.Add("allocate-highest-of-lowest-word-first", &AllocateCases.HighestOfLowestWordFirst);
        table.Add("allocate-takes-the-whole-word", &AllocateCases.TakesTheWholeWord);
        table.Add("allocate-marks-in-use", &AllocateCases.MarksInUse);
        table.Add("allocate-every-frame-once", &AllocateCases.EveryFrameOnce);
        table.Add("allocate-none-left", &AllocateCases.NoneLeft);
        table.Add("allocate-never-a-hole", &AllocateCases.NeverAHole);
        table.Add("allocate-one-frame", &AllocateCases.OneFrame);

        table.Add("free-is-allocated-next", &FreeCases.IsAllocatedNext);
        table.Add("free-beyond-the-cache-reaches-the-tree", &FreeCases.BeyondTheCache);
        table.Add("free-everything-and-allocate-it-again", &FreeCases.EverythingAgain);
        table.Add("free-twice-from-the-cache", &FreeCases.TwiceFromTheCache);
        table.Add("free-twice-from-the-tree", &FreeCases.TwiceFromTheTree);
        table.Add("free-never-allocated", &FreeCases.NeverAllocated);
        table.Add("free-outside", &FreeCases.Outside);

        table.Add("run-is-the-lowest", &RunCases.IsTheLowest);
        table.Add("run-across-words", &RunCases.AcrossWords);
        table.Add("run-longer-than-a-word", &RunCases.LongerThanAWord);
        table.Add("run-not-across-a-hole", &RunCases.NotAcrossAHole);
        table.Add("run-keeps-the-limit", &RunCases.KeepsTheLimit);
        table.Add("run-limit-of-all-memory", &RunCases.LimitOfAllMemory);
        table.Add("run-of-none", &RunCases.OfNone);
        table.Add("run-longer-than-memory", &RunCases.LongerThanMemory);
        table.Add("run-at-the-end-of-memory", &RunCases.EndOfMemory);
        table.Add("run-finds-cached-frames", &RunCases.FindsCachedFrames);
        table.Add("run-marks-in-use", &RunCases.MarksInUse);
        table.Add("run-far-above-frames-in-use", &RunCases.FarAboveFramesInUse);
    }
}
