using Euralios.Std;

namespace Euralios.Shell;

/// <summary>jobs, fg, wait and kill.</summary>
internal static class JobCommands
{
    /// <summary>As of a program that a signal to end has ended: 128 + 15.</summary>
    private const int Terminated = 143;

    internal static int List(BuiltInContext context)
    {
        JobTable jobs = context.State.Jobs;
        jobs.Look();
        foreach (Job job in jobs.All)
            context.Output.WriteLine($"[{job.Number}] {EndReport.StateOf(job),-8} {job.Text}");

        // Their ends have been told now.
        jobs.All.RemoveAll(job => job.HasEnded);
        return 0;
    }

    internal static int Foreground(BuiltInContext context)
    {
        if (context.Count > 1)
            return context.ShowUsage();
        string name = context.Count == 0 ? "" : context[0];
        if (context.State.Jobs.Find(name) is not { } job)
            return context.Fail(name.Length == 0 ? "there is no job" : $"{name}: there is no such job");
        context.Output.WriteLine(job.Text);
        return WaitFor(context, job);
    }

    internal static int Wait(BuiltInContext context)
    {
        int status = 0;
        if (context.Count == 0)
        {
            while (context.State.Jobs.Find("") is { } job && !context.Interpreter.IsInterrupted)
                WaitFor(context, job);
            return context.Interpreter.IsInterrupted ? Runner.Interrupted : 0;
        }

        foreach (string name in context.From(0))
        {
            if (context.State.Jobs.Find(name) is { } job)
                status = WaitFor(context, job);
            else
                status = context.Fail($"{name}: there is no such job");
        }

        return status;
    }

    internal static int Kill(BuiltInContext context)
    {
        int first = context.Count > 0 && context[0].StartsWith('-') ? 1 : 0;
        if (context.Count == first)
            return context.ShowUsage();
        int status = 0;
        foreach (string name in context.From(first))
        {
            context.State.Jobs.Look();
            if (context.State.Jobs.Find(name) is not { } job)
                status = context.Fail($"{name}: this shell has no such job");
            else if (job.HasEnded)
                status = context.Fail($"{name}: it has ended");
            else
                job.Kill(Terminated);
        }

        return status;
    }

    private static int WaitFor(BuiltInContext context, Job job)
    {
        int status = context.Interpreter.WaitFor(job);
        context.State.Jobs.Remove(job);
        return status;
    }
}
