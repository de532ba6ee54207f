namespace Euralios.Shell;

/// <summary>exit.</summary>
internal static class ExitCommand
{
    internal static int Run(BuiltInContext context)
    {
        int status = context.State.Status;
        if (context.Count > 1 || (context.Count == 1 && !int.TryParse(context[0], out status)))
            return context.ShowUsage();
        if (context.State.IsInteractive && !MayLeave(context.State))
            return 1;
        context.State.IsExiting = true;
        return status & 0xFF;
    }

    /// <summary>Whether a person may leave: not before they know that their jobs end with the shell.</summary>
    internal static bool MayLeave(ShellState state)
    {
        state.Jobs.Look();
        if (!state.Jobs.IsAnyRunning || state.IsWarnedOfJobs)
            return true;
        ErrorOutput.Write("There are jobs in the background. Leave once more to end them.");
        state.IsWarnedOfJobs = true;
        return false;
    }
}
