using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>The built-in commands.</summary>
internal static class BuiltInTable
{
    private static readonly BuiltIn[] All =
    [
        new(".", ". FILE [ARGUMENT]...", "runs a script in this shell", SourceCommand.Run, runsCommands: true),
        new("?", "?", "this page", HelpCommand.Run),
        new("cd", "cd [DIRECTORY]", "changes the directory; home without one, back with -", DirectoryCommands.Change),
        new("cp", "cp [-r] FROM... TO", "copies files", CopyCommands.Copy),
        new("env", "env", "lists the exported variables", VariableCommands.ListEnvironment),
        new("exit", "exit [STATUS]", "ends the shell", ExitCommand.Run),
        new("export", "export [NAME[=VALUE]]...", "makes variables part of the environment", VariableCommands.Export),
        new("false", "false", "does nothing, and fails", _ => 1),
        new("fg", "fg [%JOB]", "waits for a job in the foreground", JobCommands.Foreground, runsCommands: true),
        new("help", "help", "this page", HelpCommand.Run),
        new("history", "history [-c]", "lists what was entered, or forgets it", HistoryCommand.Run),
        new("jobs", "jobs", "lists the jobs in the background", JobCommands.List),
        new("kill", "kill %JOB|PROCESS...", "ends jobs of this shell", JobCommands.Kill),
        new("mkdir", "mkdir [-p] DIRECTORY...", "makes directories", DirectoryCommands.Make),
        new("mount", "mount", "lists the mounts", MountCommands.List),
        new("mv", "mv FROM... TO", "renames or moves", CopyCommands.Move),
        new("pwd", "pwd", "prints the current directory", DirectoryCommands.Print),
        new("rm", "rm [-rf] FILE...", "removes files", RemoveCommands.RemoveFiles),
        new("rmdir", "rmdir DIRECTORY...", "removes empty directories", RemoveCommands.RemoveDirectories),
        new("set", "set", "lists all variables", VariableCommands.ListAll),
        new("source", "source FILE [ARGUMENT]...", "runs a script in this shell", SourceCommand.Run, runsCommands: true),
        new("true", "true", "does nothing", _ => 0),
        new("type", "type NAME...", "says what a command is", TypeCommand.Run),
        new("umount", "umount PATH", "takes a mount away", MountCommands.Unmount),
        new("unset", "unset NAME...", "removes variables", VariableCommands.Unset),
        new("wait", "wait [%JOB|PROCESS]...", "waits for jobs in the background", JobCommands.Wait, runsCommands: true),
        new("which", "which NAME...", "says where programs are", TypeCommand.Which),
    ];

    /// <summary>In the order of their names.</summary>
    internal static BuiltIn[] Entries => All;

    internal static BuiltIn? Find(string name)
    {
        foreach (BuiltIn builtIn in All)
        {
            if (builtIn.Name == name)
                return builtIn;
        }

        return null;
    }

    internal static List<string> Names()
    {
        List<string> names = [];
        foreach (BuiltIn builtIn in All)
            names.Add(builtIn.Name);
        return names;
    }
}
