using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Prepares the commands of a pipeline. Nothing of it runs unless all can.</summary>
internal sealed class Preparation(ShellState state)
{
    private const int NotFound = 127;
    private const int CannotRun = 126;

    /// <summary>Prepares all commands of a pipeline.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="commands">The commands; the caller closes them, whatever is returned.</param>
    /// <param name="status">The status where that failed; a person has been told why.</param>
    internal bool TryPrepare(Pipeline pipeline, out List<PreparedCommand> commands, out int status)
    {
        commands = [];
        status = 0;
        foreach (SimpleCommand command in pipeline.Commands)
        {
            var prepared = new PreparedCommand();
            commands.Add(prepared);
            if (!TryExpand(command, prepared, out status) || !TryRedirect(command, prepared, out status) || !TryLoad(prepared, out status))
                return false;
        }

        return true;
    }

    private bool TryExpand(SimpleCommand command, PreparedCommand prepared, out int status)
    {
        status = 0;
        var expander = new Expander(state);
        prepared.Words = expander.Expand(command.Words);
        foreach (Assignment assignment in command.Assignments)
            prepared.Assignments.Add(assignment.Name + "=" + expander.ExpandToText(assignment.Value));
        return true;
    }

    private bool TryRedirect(SimpleCommand command, PreparedCommand prepared, out int status)
    {
        status = 1;
        foreach (Redirection redirection in command.Redirections)
        {
            List<string> names = new Expander(state).Expand([redirection.Target]);
            if (names.Count != 1)
            {
                ErrorOutput.Write($"shell: a redirection needs the name of one file, not {names.Count}");
                return false;
            }

            Error error;
            if (redirection.Kind == RedirectionKind.Input)
            {
                if (!FileStream.TryOpen(names[0], FileMode.Open, FileAccess.Read, out FileStream file, out error))
                {
                    ErrorOutput.Write("shell", names[0], error);
                    return false;
                }

                prepared.SetInputFile(file);
            }
            else if (OutputFile.TryOpen(names[0], redirection.Kind == RedirectionKind.Append, out Handle handle, out error))
            {
                prepared.Streams.SetOutput(handle);
            }
            else
            {
                ErrorOutput.Write("shell", names[0], error);
                return false;
            }
        }

        status = 0;
        return true;
    }

    private bool TryLoad(PreparedCommand prepared, out int status)
    {
        status = 0;
        if (prepared.Words.Count == 0)
            return true;
        string name = prepared.Words[0];
        prepared.BuiltIn = BuiltInTable.Find(name);
        if (prepared.BuiltIn is not null)
            return true;
        if (!ProgramFile.TryLoad(name, state.SearchPath, out string path, out byte[] image, out Error error))
        {
            status = error == Error.NotFound ? NotFound : CannotRun;
            ErrorOutput.Write(status == NotFound ? $"{name}: command not found" : $"{name}: {error.Text()}");
            return false;
        }

        if (!ProgramFile.IsExecutable(image))
        {
            // A script: another shell reads it.
            if (!ProgramFile.TryLoad("shell", state.SearchPath, out _, out image, out error))
            {
                status = CannotRun;
                ErrorOutput.Write(name, "shell", error);
                return false;
            }

            prepared.Words[0] = path;
            prepared.Words.Insert(0, "shell");
        }

        prepared.Image = image;
        return true;
    }
}
