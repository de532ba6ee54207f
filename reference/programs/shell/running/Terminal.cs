using System;
using System.Collections.Generic;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>The terminal behind standard output, if it is one: its mode, and Ctrl-C.</summary>
internal sealed class Terminal
{
    private const ulong KeysAreCharacters = 0;
    private const ulong InterruptsPrograms = 1;

    private Handle interrupts;
    private bool hasInterrupts;
    private ulong? modeBefore;

    /// <summary>Whether there is one.</summary>
    internal bool IsThere { get; } = !Console.IsOutputRedirected;

    /// <summary>Asks for Ctrl-C to come here from now on.</summary>
    internal void Listen()
    {
        var question = new Message(Tags.TerminalInterrupts);
        hasInterrupts = IsThere
            && RemoteCall.TryCall(Handle.StandardOutput, ref question, Tags.CommunicationHandle, out Message answer, out _)
            && answer.First.IsHandle(out interrupts);
    }

    /// <summary>Whether Ctrl-C interrupts programs, or is a key.</summary>
    internal void SetMode(bool isInterrupting) => SetMode(isInterrupting ? InterruptsPrograms : KeysAreCharacters);

    /// <summary>Sets the mode that there was before this shell set one: the shell that started it may have more to run.</summary>
    internal void RestoreMode()
    {
        if (modeBefore is { } mode)
            SetMode(mode);
    }

    private void SetMode(ulong mode)
    {
        if (!IsThere)
            return;
        var question = new Message(Tags.TerminalMode, mode);
        if (!RemoteCall.TryCall(Handle.StandardOutput, ref question, Tags.Ok, out Message answer, out _))
            return;
        modeBefore ??= answer.First.Value;
        answer.Release();
    }

    /// <summary>Whether Ctrl-C was pressed and nobody has been told; it is forgotten then.</summary>
    internal bool TakeInterrupt()
    {
        bool isInterrupted = false;
        while (hasInterrupts && SystemCall.TryReceive(interrupts, 0, out Message message, out _))
        {
            message.Release();
            isInterrupted = true;
        }

        return isInterrupted;
    }

    /// <summary>Waits until all programs of a job have ended; Ctrl-C kills them.</summary>
    /// <param name="job">The job.</param>
    /// <param name="status">With which they are killed.</param>
    /// <returns>Whether they were.</returns>
    internal bool Wait(Job job, int status)
    {
        bool isInterrupted = false;
        while (!job.HasEnded)
        {
            List<JobProcess> running = job.Processes.FindAll(process => !process.HasEnded);
            int others = hasInterrupts ? 1 : 0;
            var handles = new Handle[running.Count + others];
            if (hasInterrupts)
                handles[0] = interrupts;
            for (int i = 0; i < running.Count; i++)
                handles[i + others] = running[i].Process.Handle;
            if (!SystemCall.TryReceiveAny(handles, SystemCall.Forever, out int index, out Message message, out Error error))
            {
                // The terminal is gone, and with it whoever could interrupt; the programs are waited for all the same.
                if (!hasInterrupts || error is not (Error.Closed or Error.InvalidHandle))
                    return isInterrupted;
                hasInterrupts = false;
                SystemCall.TryClose(interrupts, out _);
                continue;
            }

            message.Release();
            if (index >= others)
            {
                running[index - others].Finish(ToEnd(message));
                continue;
            }

            isInterrupted = true;
            job.Kill(status);
        }

        return isInterrupted;
    }

    /// <summary>What EXITED says: the status; the reason, and 256 times the vector.</summary>
    private static ProcessEnd ToEnd(in Message message) =>
        new((int)message.First.Value, (EndReason)(message.Second.Value & 0xFF), (int)(message.Second.Value >> 8));
}
