using System;
using System.Collections.Generic;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>The jobs in the background.</summary>
internal sealed class JobTable
{
    private readonly List<Job> jobs = [];

    internal List<Job> All => jobs;

    internal bool IsAnyRunning => jobs.Exists(job => !job.HasEnded);

    internal void Add(Job job)
    {
        job.Number = jobs.Count == 0 ? 1 : jobs[jobs.Count - 1].Number + 1;
        jobs.Add(job);
    }

    internal void Remove(Job job) => jobs.Remove(job);

    /// <summary>Looks which programs have ended by now.</summary>
    internal void Look()
    {
        foreach (Job job in jobs)
        {
            foreach (JobProcess process in job.Processes)
            {
                if (!process.HasEnded && process.Process.TryWait(0, out ProcessEnd end, out _))
                    process.Finish(end);
            }
        }
    }

    /// <summary>A job by <c>%N</c>, <c>N</c>, or the number of one of its processes; the newest for an empty text.</summary>
    internal Job? Find(string name)
    {
        if (name.Length == 0)
            return jobs.Count == 0 ? null : jobs[jobs.Count - 1];
        bool isJob = name.StartsWith('%');
        if (!ulong.TryParse(isJob ? name.Substring(1) : name, out ulong number))
            return null;
        return jobs.Find(job => (ulong)job.Number == number && isJob)
            ?? (isJob ? null : jobs.Find(job => job.Processes.Exists(process => process.Process.Id == number)));
    }
}
