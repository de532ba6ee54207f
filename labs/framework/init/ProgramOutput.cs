using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// What the programs of a scenario have as standard output: their text goes to the kernel's console, their events to the trace. A task that is not written
/// ends the boot: what the scenario waits for will not come.
/// </summary>
internal static class ProgramOutput
{
    private const int UnwrittenStatus = 1;

    private static Handle requests;

    internal static bool TryStart(out Handle output, out Error error) =>
        SystemCall.TryNewRendezvous(out requests, out output, out error) && Thread.TryStart(Serve, out _, out error);

    /// <summary>Takes what every program may say.</summary>
    /// <returns>False for what only a case says.</returns>
    internal static bool TryTake(in Message message, ReadOnlySpan<byte> text)
    {
        switch (message.Tag)
        {
            case Tags.Write:
                for (; !text.IsEmpty; text = text.Slice(Math.Min(text.Length, SystemCall.LongestDebugText)))
                    SystemCall.TryDebugWrite(text.Slice(0, Math.Min(text.Length, SystemCall.LongestDebugText)), out _);
                return true;
            case StageTags.TraceLine:
                SystemCall.TryTraceWrite(text, out _);
                return true;
            case StageTags.Unwritten:
                Trace.Event("lab.unwritten").Word("task", Text.FromUtf8(text)).End();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Answers the program: to what it wrote, with how many bytes were taken.</summary>
    internal static void Acknowledge(Handle handle, in Message message) =>
        Answer.Send(handle, new Message(Tags.Ok, message.First.Kind == ItemKind.Value ? message.First.Value : 0));

    private static void Serve()
    {
        while (SystemCall.TryReceive(requests, out Message message, out _))
        {
            message.TryGetBytes(out ReadOnlySpan<byte> text);
            if (!TryTake(message, text))
                Answer.Send(requests, new Message(Tags.UnknownMessage));
            else if (message.Tag == StageTags.Unwritten)
                SystemCall.KillSelf(UnwrittenStatus);
            else
                Acknowledge(requests, message);
            message.Release();
        }
    }
}
