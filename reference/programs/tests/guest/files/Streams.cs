using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>Standard input and output of clients, of which this program is the other end.</summary>
internal static class Streams
{
    private const ulong Columns = 100;
    private const ulong Rows = 40;
    private const ulong ArrowUp = 0x1B9B41;

    /// <summary>They end the program; the host sees in the console what they said.</summary>
    internal static void Exceptions()
    {
        foreach (string part in (ReadOnlySpan<string>)["missing-file", "missing-directory", "denied"])
            Expect.True(Machine.Wait(Machine.Start(part)).Reason == EndReason.Fault);
    }

    /// <summary>A writer whose reader has had enough ends quietly.</summary>
    internal static void BrokenPipe()
    {
        Process writer = Machine.Start("yes", out Handle input, out Handle output);
        for (int i = 0; i < 3; i++)
            Expect.Equal(Take(output), "y\n");
        SystemCall.TryClose(output, out _);
        ProcessEnd end = Machine.Wait(writer);
        Expect.Equal((ulong)end.Status, 141);
        SystemCall.TryClose(input, out _);
    }

    /// <summary>Text from a program, cut anywhere; the end of the input is that of the writer.</summary>
    internal static void PipedInput()
    {
        Process reader = Machine.Start("lines", out Handle input, out Handle output);
        byte[] text = Text.ToUtf8("größer\r\n\n€😀");
        Write(input, text.AsSpan(0, 3));
        Write(input, text.AsSpan(3, 8));
        Expect.Equal(Take(output), "6:größer\n");
        Expect.Equal(Take(output), "0:\n");
        var unknown = new Message(Tags.Query);
        Expect.Done(SystemCall.TrySendReceive(input, ref unknown, out Message answer, out Error error), error);
        Expect.Equal(answer.Tag, Tags.UnknownMessage);
        Write(input, text.AsSpan(11, text.Length - 11));
        SystemCall.TryClose(input, out _);
        Expect.Equal(Take(output), "3:€😀\n");
        Expect.Equal((ulong)Machine.Wait(reader).Status, 3);
        SystemCall.TryClose(output, out _);

        // One whose writer is gone before it looks.
        reader = Machine.Start("lines", out input, out output);
        SystemCall.TryClose(input, out _);
        Expect.Equal((ulong)Machine.Wait(reader).Status, 0);
        SystemCall.TryClose(output, out _);
    }

    /// <summary>A terminal's keys: what is typed is seen and can be corrected; a password is not seen.</summary>
    internal static void TypedInput()
    {
        Process client = Machine.Start("types", out Handle input, out Handle output);
        Expect.Equal(Take(output), "name: ");
        Expect.Equal(Type(input, output, 'x'), "x");
        Expect.Equal(Type(input, output, 8), "\b \b");
        Expect.Equal(Type(input, output, 'é'), "é");
        Expect.Equal(Type(input, output, 'v'), "v");
        Expect.Equal(Type(input, output, 'a'), "a");
        Press(input, ArrowUp);
        Expect.Equal(Type(input, output, '\n'), "\n");
        Expect.Equal(Take(output), "password: ");
        foreach (char character in "secrex\bt")
            Press(input, character);
        Expect.Equal(Type(input, output, '\n'), "\n");
        Press(input, ArrowUp);
        Expect.Equal(Take(output), "éva|secret|38|100x40\n");
        Press(input, 4);
        Expect.Equal((ulong)Machine.Wait(client).Status, 5);
        SystemCall.TryClose(input, out _);
        SystemCall.TryClose(output, out _);
    }

    internal static void OutputToFile()
    {
        Expect.Done(FileSystem.TryOpen("/disk/tmp/out", OpenFlags.Write | OpenFlags.Create, out Handle file, out _, out Error error), error);
        Expect.Equal((ulong)Machine.Wait(Machine.StartTo(file, "prints")).Status, 0);
        string[] lines = File.ReadAllLines("/disk/tmp/out");
        Expect.Equal((ulong)lines.Length, 1001);
        Expect.Equal(lines[999], "line 999");
        Expect.Equal(lines[1000], "no end");
        File.Delete("/disk/tmp/out");
    }

    /// <summary>What was said before comes first.</summary>
    internal static void StandardError()
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle errors, out Handle mounted, out Error error), error);
        Expect.Done(SystemCall.TryMount(mounted, "/dev/stderr"u8, out error), error);
        Process client = Machine.Start("complains", out Handle input, out Handle output);
        Expect.Equal(Take(output), "said, ");
        Expect.Equal(Take(errors), "complained\n");
        Expect.Equal((ulong)Machine.Wait(client).Status, 0);
        SystemCall.TryUnmount("/dev/stderr"u8, out _);
        foreach (Handle handle in (Handle[])[errors, input, output])
            SystemCall.TryClose(handle, out _);
    }

    internal static void Variables()
    {
        Process client = Machine.StartTo(Machine.NewOutput(), "variables", "XPATH=no", "PATH=/bin", "EMPTY=", "PWD=/disk/tmp");
        Expect.Equal((ulong)Machine.Wait(client).Status, 0);
    }

    /// <summary>Presses a key, and says what is shown of it.</summary>
    private static string Type(Handle input, Handle output, ulong code)
    {
        Press(input, code);
        return Take(output);
    }

    private static void Press(Handle input, ulong code)
    {
        var key = new Message(Tags.Character, code);
        Expect.Done(SystemCall.TrySend(input, ref key, out Error error), error);
    }

    private static void Write(Handle input, ReadOnlySpan<byte> text)
    {
        Expect.Done(MemoryChunk.TryCreate(text, out MemoryChunk chunk, out Error error), error);
        var question = new Message(Tags.Write, (ulong)text.Length, chunk);
        Expect.Done(SystemCall.TrySendReceive(input, ref question, out Message answer, out error), error);
        Expect.Equal(answer.Tag, Tags.Ok);
        Expect.Equal(answer.First.Value, (ulong)text.Length);
    }

    /// <summary>Takes the next text that is written, as a terminal would; says meanwhile how large it is.</summary>
    private static string Take(Handle output)
    {
        while (true)
        {
            if (!SystemCall.TryReceive(output, 5_000_000, out Message message, out Error error))
                return error.Text();
            string text = message.TryGetBytes(out ReadOnlySpan<byte> bytes) ? Text.FromUtf8(bytes) : "";
            message.Release();
            var answer = message.Tag == Tags.TerminalSize ? new Message(Tags.Ok, Columns, Rows) : new Message(Tags.Ok, message.First.Value);
            Answer.Send(output, answer);
            if (message.Tag == Tags.Write)
                return text;
        }
    }
}
