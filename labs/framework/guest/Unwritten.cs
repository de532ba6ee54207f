using Merriwig.Inspect;
using Merriwig.Lab;
using Merriwig.Tracing;

namespace Merriwig;

/// <summary>What stands in a skeleton in the place of a solution: it fails whatever needs it, by name.</summary>
internal static class Unwritten
{
    /// <summary>Reports that a task is not written yet, and does not return.</summary>
    internal static void Task(string task)
    {
        Trace.Event("lab.unwritten").Word("task", task).End();
        if (CaseReport.IsRunning)
            CaseReport.Fail("not written yet");
        while (true)
            Checkpoint.End(1);
    }

    /// <inheritdoc cref="Task(string)"/>
    internal static T Task<T>(string task)
    {
        Task(task);
        return default!;
    }
}
