namespace Euralios.Shell;

/// <summary>type and which.</summary>
internal static class TypeCommand
{
    internal static int Run(BuiltInContext context)
    {
        if (context.Count == 0)
            return context.ShowUsage();
        int status = 0;
        foreach (string name in context.From(0))
        {
            if (BuiltInTable.Find(name) is not null)
                context.Output.WriteLine($"{name} is built into the shell");
            else if (ProgramFile.Find(name, context.State.SearchPath) is { } path)
                context.Output.WriteLine($"{name} is {path}");
            else
                status = context.Fail($"{name}: not found");
        }

        return status;
    }

    internal static int Which(BuiltInContext context)
    {
        if (context.Count == 0)
            return context.ShowUsage();
        int status = 0;
        foreach (string name in context.From(0))
        {
            if (ProgramFile.Find(name, context.State.SearchPath) is { } path)
                context.Output.WriteLine(path);
            else
                status = 1;
        }

        return status;
    }
}
