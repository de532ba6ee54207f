using Euralios.Std;
using Merriwig.Lab;

/// <summary>What stands in a skeleton in the place of a solution: it fails whatever needs it, by name. In no namespace, so that all see it.</summary>
internal static class Unwritten
{
    private const int Status = 1;

    /// <summary>Reports that a task is not written yet, and ends the program.</summary>
    internal static void Task(string task)
    {
        StageReport.Send(StageTags.Unwritten, task);
        SystemCall.KillSelf(Status);
    }

    /// <inheritdoc cref="Task(string)"/>
    internal static T Task<T>(string task)
    {
        Task(task);
        return default!;
    }
}
