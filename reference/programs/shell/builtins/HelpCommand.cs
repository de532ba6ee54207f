namespace Euralios.Shell;

/// <summary>The help page.</summary>
internal static class HelpCommand
{
    internal static int Run(BuiltInContext context)
    {
        context.Output.WriteLine("EuraliOS shell help\n");
        context.Output.WriteLine("* Console windows\n");
        context.Output.WriteLine("  [F1] switches to the system console");
        context.Output.WriteLine("  [F2..F5] user consoles\n");
        context.Output.WriteLine("* Built-in commands:\n");
        foreach (BuiltIn builtIn in BuiltInTable.Entries)
            context.Output.WriteLine($"  {builtIn.Usage,-28}{builtIn.Help}");
        context.Output.WriteLine("\n* Programs are in /bin: ls /bin. Most explain themselves with --help.\n");
        context.Output.WriteLine("* A line: 'text' \"$NAME\" \\c  * ? [a-z]  | < > >>  & ; && || !  $? ~  # comment");
        context.Output.WriteLine("* Keys: [Tab] completes, [Up] [Down] history, Ctrl-R searches it, Ctrl-C ends a program, Ctrl-D the shell.");
        return 0;
    }
}
