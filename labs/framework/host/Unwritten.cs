using System;
using Merriwig.Lab;

/// <summary>What stands in a skeleton in the place of a solution: it fails whatever needs it, by name. In no namespace, so that all see it.</summary>
internal static class Unwritten
{
    internal static void Task(string task)
    {
        Console.WriteLine($"lab.unwritten task={task}");
        throw new CaseFailure($"because=\"task {task} is not written yet\"");
    }

    internal static T Task<T>(string task)
    {
        Task(task);
        return default!;
    }
}
