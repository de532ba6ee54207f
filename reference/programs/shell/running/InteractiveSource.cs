using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Lines that a person types, with a prompt before each.</summary>
internal sealed class InteractiveSource : LineSource, ICompletionSource
{
    private readonly ShellState state;
    private readonly CommandEditor editor;
    private readonly HistoryFile history;

    internal InteractiveSource(ShellState state)
    {
        this.state = state;
        editor = new CommandEditor(state.History, this);
        history = new HistoryFile(state);
    }

    internal override string Place => "shell";

    internal override LineResult Read(bool isContinuation, out string line)
    {
        line = "";
        if (!isContinuation)
            AnnounceJobs();
        Begin(isContinuation);
        while (true)
        {
            Console.Write(editor.TakeOutput());
            Console.Out.Flush();
            if (!Console.TryReadKey(true, out ConsoleKeyInfo key))
                return LineResult.End;
            EditState result = editor.Press(key);
            if (result == EditState.Editing)
                continue;
            Console.Write(editor.TakeOutput());
            Console.Out.Flush();
            if (result == EditState.EndOfInput)
                return LeaveByKey() ? LineResult.End : LineResult.Cancelled;
            if (result == EditState.Cancelled)
            {
                state.Status = Runner.Interrupted;
                return LineResult.Cancelled;
            }

            line = editor.Line;
            state.IsWarnedOfJobs &= line.Trim() is "exit" or "";
            history.Add(line);
            return LineResult.Line;
        }
    }

    public List<string> Commands()
    {
        List<string> names = BuiltInTable.Names();
        foreach (string directory in state.SearchPath.Split(':'))
        {
            if (!state.TryList(directory, out List<ListedName> entries))
                continue;
            foreach (ListedName entry in entries)
            {
                if (!entry.IsDirectory)
                    names.Add(entry.Name);
            }
        }

        return names;
    }

    public bool TryList(string directory, out List<ListedName> names) =>
        state.TryList(directory.StartsWith("~/", StringComparison.Ordinal) ? state.Home + directory.Substring(1) : directory, out names);

    /// <summary>Tells of jobs that have ended, and forgets them.</summary>
    private void AnnounceJobs()
    {
        state.Jobs.Look();
        foreach (Job job in state.Jobs.All.FindAll(job => job.HasEnded))
        {
            Console.WriteLine($"[{job.Number}] {EndReport.StateOf(job),-8} {job.Text}");
            foreach (JobProcess process in job.Processes)
            {
                if (process.End.Reason == EndReason.Fault)
                    Console.WriteLine(EndReport.OfFault(process.Name, process.End.Vector));
            }

            state.Jobs.Remove(job);
        }
    }

    private bool LeaveByKey()
    {
        if (!ExitCommand.MayLeave(state))
            return false;
        state.IsExiting = true;
        return true;
    }

    private void Begin(bool isContinuation)
    {
        var prompt = new StringBuilder();
        string plain = "> ";
        if (isContinuation)
        {
            prompt.Append(plain);
        }
        else
        {
            string user = state.Variables.Get("USER") ?? "";
            string place = user.Length > 0 ? user + ":" : "";
            string directory = Environment.CurrentDirectory;
            string sign = user is "root" or "" ? "# " : "$ ";
            plain = place + directory + sign;
            prompt.Append($"\e[32m{place}\e[34m{directory}\e[m{sign}");
        }

        editor.Begin(prompt.ToString(), plain.Length, Console.WindowWidth, Console.WindowHeight);
    }
}
