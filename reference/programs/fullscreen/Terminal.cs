using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.FullScreen;

/// <summary>The terminal at standard output, in the mode in which every key comes as it is.</summary>
internal sealed class Terminal
{
    private const ulong EachKey = 0;

    private readonly Stream output = Console.OpenStandardOutput();
    private readonly ulong modeBefore;

    private Terminal(ulong modeBefore) => this.modeBefore = modeBefore;

    /// <summary>Sets the mode.</summary>
    internal static bool TryOpen(out Terminal? terminal, out Error error)
    {
        bool isSet = TrySetMode(EachKey, out ulong before, out error);
        terminal = isSet ? new Terminal(before) : null;
        return isSet;
    }

    /// <summary>Writes bytes at once.</summary>
    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        output.Write(bytes);
        output.Flush();
    }

    /// <summary>Sets the mode that was before.</summary>
    internal void Close() => TrySetMode(modeBefore, out _, out _);

    private static bool TrySetMode(ulong mode, out ulong before, out Error error)
    {
        var question = new Message(Tags.TerminalMode, mode);
        bool isSet = RemoteCall.TryCall(Handle.StandardOutput, ref question, Tags.Ok, out Message answer, out error);
        before = answer.First.Value;
        answer.Release();
        return isSet;
    }
}
