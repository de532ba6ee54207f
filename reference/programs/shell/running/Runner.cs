using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Runs what the parser made.</summary>
internal sealed class Runner(ShellState state, Interpreter interpreter)
{
    /// <summary>As of a program that Ctrl-C ended: 128 + 2.</summary>
    internal const int Interrupted = 130;

    private const int CannotRun = 126;

    /// <summary>Runs a list. The status is in <see cref="ShellState.Status"/> afterwards.</summary>
    internal void Run(AndOrList list)
    {
        if (list.IsBackground)
        {
            RunInBackground(list);
            return;
        }

        foreach (ConditionalPipeline part in list.Pipelines)
        {
            if (part.Condition != Condition.Always && part.Condition == Condition.Success != (state.Status == 0))
                continue;
            int status = IsInterrupted() ? Interrupted : Run(part.Pipeline, list.Text);
            if (part.Pipeline.IsNegated)
                status = status == 0 ? 1 : 0;
            state.Status = status;
            if (state.IsExiting || interpreter.IsInterrupted)
                return;
        }
    }

    /// <summary>Waits for a job in the foreground, and says what became of it. Returns its status.</summary>
    internal int WaitFor(Job job)
    {
        bool isInterrupted = state.Terminal.Wait(job, Interrupted);
        if (isInterrupted && state.IsInteractive)
            Console.WriteLine("^C");
        foreach (JobProcess process in job.Processes)
        {
            if (process.End.Reason == EndReason.Fault)
                ErrorOutput.Write(EndReport.OfFault(process.Name, process.End.Vector));
        }

        if (!isInterrupted)
            return job.Status;

        // A script ends with the program that it was interrupted in.
        state.IsExiting |= !state.IsInteractive;
        interpreter.IsInterrupted = true;
        return Interrupted;
    }

    /// <summary>Whether Ctrl-C was pressed where no program ran.</summary>
    private bool IsInterrupted()
    {
        if (!state.IsInteractive || !state.Terminal.TakeInterrupt())
            return false;
        Console.WriteLine("^C");
        interpreter.IsInterrupted = true;
        return true;
    }

    private int Run(Pipeline pipeline, string text)
    {
        bool isPrepared = new Preparation(state).TryPrepare(pipeline, out List<PreparedCommand> commands, out int status);
        if (isPrepared && commands.Count == 1 && commands[0] is { } single && (single.BuiltIn is not null || single.Words.Count == 0))
            status = RunAlone(single);
        else if (isPrepared && TryStart(commands, text, isBackground: false, out Job job))
            status = WaitFor(job);
        else if (isPrepared)
            status = CannotRun;
        commands.ForEach(command => command.Close());
        return status;
    }

    /// <summary>A single command that is no program.</summary>
    private int RunAlone(PreparedCommand command)
    {
        foreach (string assignment in command.Assignments)
        {
            int equals = assignment.IndexOf('=');
            state.Variables.Set(assignment.Substring(0, equals), assignment.Substring(equals + 1));
        }

        if (command.BuiltIn is not { } builtIn)
            return 0;
        if (!command.Streams.IsOutputRedirected)
            return builtIn.Run(new BuiltInContext(state, interpreter, command.Words, Console.Out));
        if (builtIn.RunsCommands)
            return Refuse(command, "its output cannot be redirected");
        var output = new StringWriter();
        int status = builtIn.Run(new BuiltInContext(state, interpreter, command.Words, output));
        byte[] text = Text.ToUtf8(output.ToString());
        if (text.Length == 0 || Feeder.TryWrite(command.Streams.Output, text))
            return status;
        ErrorOutput.Write($"{command.Words[0]}: the output could not be written");
        return 1;
    }

    private static int Refuse(PreparedCommand command, string why)
    {
        ErrorOutput.Write($"{command.Words[0]}: {why}");
        return 1;
    }

    /// <summary>Starts all commands of a pipeline. Where one cannot be started, those before are left to find that nobody reads what they write.</summary>
    private bool TryStart(List<PreparedCommand> commands, string text, bool isBackground, out Job job)
    {
        job = new Job(text);
        if (!TryConnect(commands, isBackground, out Error error))
        {
            ErrorOutput.Write($"shell: {error.Text()}");
            return false;
        }

        for (int i = 0; i < commands.Count; i++)
        {
            PreparedCommand command = commands[i];
            bool isLast = i == commands.Count - 1;
            if (command.Words.Count == 0 || command.BuiltIn is not null)
            {
                int status = RunInPipeline(command);
                job.OwnStatus = isLast ? status : null;
            }
            else if (!TryStart(command, job))
            {
                if (job.Processes.Count == 0)
                    return false;
                job.OwnStatus = CannotRun;
                return true;
            }
        }

        return true;
    }

    private static bool TryConnect(List<PreparedCommand> commands, bool isBackground, out Error error)
    {
        error = Error.None;
        for (int i = 0; i < commands.Count; i++)
        {
            PreparedCommand command = commands[i];
            if (i == 0 && isBackground && command.InputFile is null && !command.Streams.TrySetEmptyInput(out error))
                return false;
            if (i + 1 < commands.Count)
            {
                // A redirection stands above the pipe, whose other end is closed then.
                Streams writer = command.Streams.IsOutputRedirected ? new Streams() : command.Streams;
                if (!Streams.TryConnect(writer, commands[i + 1].Streams, out error))
                    return false;
                if (writer != command.Streams)
                    writer.Close();
            }
        }

        return true;
    }

    /// <summary>A built-in command in a pipeline: it reads nothing, and a thread writes what it says.</summary>
    private int RunInPipeline(PreparedCommand command)
    {
        int status = 0;
        var output = new StringWriter();
        if (command.BuiltIn is { RunsCommands: true })
            status = Refuse(command, "it cannot be part of a pipeline");
        else if (command.BuiltIn is { } builtIn)
            status = builtIn.Run(new BuiltInContext(state, interpreter, command.Words, command.Streams.IsOutputRedirected ? output : Console.Out));
        if (command.Streams.IsOutputRedirected && !Feeder.TryStart(Text.ToUtf8(output.ToString()), command.Streams.TakeOutput(), out Error error))
            ErrorOutput.Write($"{command.Words[0]}: {error.Text()}");
        command.Close();
        return status;
    }

    private bool TryStart(PreparedCommand command, Job job)
    {
        string name = command.Words[0];
        Error error = Error.None;
        if (command.TakeInputFile() is { } file)
        {
            if (!SystemCall.TryNewRendezvous(out Handle input, out Handle writer, out error))
            {
                file.TryClose(out _);
            }
            else
            {
                command.Streams.SetInput(input, "pipe");
                Feeder.TryStart(file, writer, out error);
            }
        }

        if (error != Error.None || !command.Streams.TryComplete(out error))
        {
            ErrorOutput.Write($"{name}: {error.Text()}");
            return false;
        }

        Console.Out.Flush();
        if (Launcher.TryStart(command.Image, command.Words, EnvironmentOf(command), command.Streams, out Process process, out error))
        {
            command.Streams.Forget();
            job.Processes.Add(new JobProcess(name, process));
            return true;
        }

        ErrorOutput.Write(error == Error.Parameter ? $"{name}: too many arguments" : $"{name}: cannot be started: {error.Text()}");
        return false;
    }

    private List<string> EnvironmentOf(PreparedCommand command)
    {
        List<string> environment = state.Variables.List(onlyExported: true);
        foreach (string assignment in command.Assignments)
        {
            string name = assignment.Substring(0, assignment.IndexOf('=') + 1);
            environment.RemoveAll(variable => variable.StartsWith(name, StringComparison.Ordinal));
            environment.Add(assignment);
        }

        return environment;
    }

    /// <summary>Starts a list without waiting: one of programs only as a pipeline, every other in a shell of its own.</summary>
    private void RunInBackground(AndOrList list)
    {
        Pipeline pipeline = IsSimple(list) ? list.Pipelines[0].Pipeline : InShell(list.Text);
        bool isPrepared = new Preparation(state).TryPrepare(pipeline, out List<PreparedCommand> commands, out int status);
        if (isPrepared && TryStart(commands, list.Text, isBackground: true, out Job job))
        {
            state.Jobs.Add(job);
            if (state.IsInteractive && job.Processes.Count > 0)
                Console.WriteLine($"[{job.Number}] {job.Processes[job.Processes.Count - 1].Process.Id}");
        }
        else if (isPrepared)
        {
            status = CannotRun;
        }

        commands.ForEach(command => command.Close());
        state.Status = status;
    }

    private static bool IsSimple(AndOrList list)
    {
        if (list.Pipelines.Count > 1 || list.Pipelines[0].Pipeline.IsNegated)
            return false;
        return list.Pipelines[0].Pipeline.Commands.TrueForAll(
            command => command.Words.Count > 0 && command.Words[0].Plain is { } name && BuiltInTable.Find(name) is null);
    }

    private static Pipeline InShell(string text)
    {
        var command = new SimpleCommand();
        foreach (string part in (string[])["shell", "-c", text])
        {
            var word = new Word(0);
            word.Add(PartKind.Text, part, isQuoted: true);
            command.Words.Add(word);
        }

        var pipeline = new Pipeline();
        pipeline.Commands.Add(command);
        return pipeline;
    }
}
