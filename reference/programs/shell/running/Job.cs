using System.Collections.Generic;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>A program that the shell started.</summary>
internal sealed class JobProcess(string name, Process process)
{
    internal string Name { get; } = name;

    internal Process Process { get; } = process;

    internal bool HasEnded { get; private set; }

    internal ProcessEnd End { get; private set; }

    /// <summary>Whether the shell killed it.</summary>
    internal bool IsKilled { get; private set; }

    /// <summary>Its end was told: the handle is of no more use.</summary>
    internal void Finish(ProcessEnd end)
    {
        HasEnded = true;
        End = end;
        SystemCall.TryClose(Process.Handle, out _);
    }

    internal void Kill(int status)
    {
        if (!HasEnded && Process.TryKill(status, out _))
            IsKilled = true;
    }
}

/// <summary>A pipeline's programs.</summary>
internal sealed class Job(string text)
{
    /// <summary>By which a person names it; 0 for one in the foreground.</summary>
    internal int Number { get; set; }

    internal string Text { get; } = text;

    internal List<JobProcess> Processes { get; } = [];

    /// <summary>The status where the last command was built in, and so no process.</summary>
    internal int? OwnStatus { get; set; }

    internal bool HasEnded => Processes.TrueForAll(process => process.HasEnded);

    internal bool IsKilled => Processes.Exists(process => process.IsKilled);

    /// <summary>What the last command said.</summary>
    internal int Status => OwnStatus ?? (Processes.Count == 0 ? 0 : Processes[Processes.Count - 1].End.Status);

    internal void Kill(int status) => Processes.ForEach(process => process.Kill(status));
}
