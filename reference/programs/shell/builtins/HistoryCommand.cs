namespace Euralios.Shell;

/// <summary>history.</summary>
internal static class HistoryCommand
{
    internal static int Run(BuiltInContext context)
    {
        History history = context.State.History;
        if (context.Count == 1 && context[0] == "-c")
        {
            history.Clear();
            return 0;
        }

        if (context.Count > 0)
            return context.ShowUsage();
        for (int i = 0; i < history.Count; i++)
            context.Output.WriteLine($"{i + 1,5}  {history[i]}");
        return 0;
    }
}
