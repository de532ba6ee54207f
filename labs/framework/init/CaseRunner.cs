using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// Runs the table of cases that is compiled into a program: the program once more for each case, as a process without any right. Whatever a case does to
/// its process, the others run, and what the trace says of it is said here.
/// </summary>
internal sealed class CaseRunner(Stage stage, string program, ulong seed, ulong microseconds)
{
    /// <summary>How long a case may take unless the scenario says otherwise, in microseconds of the machine's time.</summary>
    internal const ulong Patience = 500_000;

    private const int LongestText = 160;

    private Handle reports;
    private ulong count;
    private string name = "";
    private string? failure;
    private string said = "";
    private bool passed;

    internal void Run()
    {
        RunOne(0);
        Trace.Event("case.table").Number("count", count).End();
        ulong successes = 0;
        for (ulong i = 1; i <= count; i++)
        {
            string end = RunOne(i);
            if (name.Length == 0)
                Begin($"case-{i}");
            if (passed && failure is null)
            {
                successes++;
                Trace.Event("case.pass").Word("name", name).End();
            }
            else
            {
                Trace.Event("case.fail").Word("name", name).Rest(failure ?? end).End();
            }
        }

        Trace.Event("case.end").Number("passed", successes).Number("failed", count - successes).End();
    }

    /// <summary>Runs the program for one case, or for the number of cases.</summary>
    /// <returns>How it ended, for a case that did not say itself: the rest of a trace line.</returns>
    private string RunOne(ulong number)
    {
        name = "";
        said = "";
        failure = null;
        passed = false;
        if (!SystemCall.TryNewRendezvous(out reports, out Handle writer, out Error error))
            return Because(error.Text());
        StagedProgram run = stage.Start(program, writer, new ProcessParameters().NoMounts(), false, "--case", number.ToString(), seed.ToString());
        ulong deadline = Clock.Microseconds + microseconds;
        while (SystemCall.TryReceive(reports, Left(deadline), out Message message, out error))
            Take(message);
        string how = Because($"it did not end within {microseconds / 1000} ms");
        if (run.Process.TryWait(Left(deadline), out ProcessEnd end, out _))
            how = Describe(end);
        else
            passed = false;
        run.End();
        SystemCall.TryClose(reports, out _);
        return how;
    }

    private void Take(in Message message)
    {
        message.TryGetBytes(out ReadOnlySpan<byte> text);
        switch (message.Tag)
        {
            case StageTags.CaseCount:
                count = message.First.Value;
                break;
            case StageTags.CaseBegin:
                Begin(Text.FromUtf8(text));
                break;
            case StageTags.CasePass:
                passed = true;
                break;
            case StageTags.CaseFail:
                failure = Text.FromUtf8(text);
                break;
            default:
                ProgramOutput.TryTake(message, text);
                if (message.Tag == StageTags.Unwritten)
                    failure = "because=\"not written yet\"";
                else if (message.Tag == Tags.Write)
                    said = Text.FromUtf8(text).Trim();
                break;
        }

        ProgramOutput.Acknowledge(reports, message);
        message.Release();
    }

    private void Begin(string begun)
    {
        name = begun;
        Trace.Event("case.begin").Word("name", name).End();
    }

    /// <summary>What a process says last, where it fails, is which exception was thrown; of others the kernel knows the place.</summary>
    private string Describe(ProcessEnd end) => end.Reason != EndReason.Fault ? Because($"the program ended by itself, with status {end.Status}")
        : said.Length > 0 ? Because(said.Substring(0, Math.Min(said.Length, LongestText)))
        : $"vector={end.Vector}";

    private static string Because(string text) => Trace.Event("").Text("because", text).Line.TrimStart();

    private static ulong Left(ulong deadline)
    {
        ulong now = Clock.Microseconds;
        return now < deadline ? deadline - now : 0;
    }
}
