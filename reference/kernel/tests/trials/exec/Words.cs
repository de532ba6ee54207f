using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Arguments and environment of a program, and its name.</summary>
internal static unsafe class Words
{
    /// <summary>Words that must arrive as they are.</summary>
    private static string[] Given => [Child.Word, Child.Word, "words-arrive", "", "a b", "ä€😀", "/path:with,marks"];

    internal static void Arrive()
    {
        Rendezvous input = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        ProcessParameters parameters = new ProcessParameters().Arguments(Given).Environment("PWD=/here", "EMPTY=", "ä=ö");
        Process child = Children.Start(input.FirstHandle, output.FirstHandle, parameters);
        Expect.Equal(Children.Await(child).Status, 0);

        // Without either.
        Expect.Equal(Children.Await(Exec.Start(ElfFile.Exit(9))).Status, 9);
    }

    /// <summary>The part of the child.</summary>
    internal static int LookAtAll()
    {
        if (Arguments.Words.Length != Given.Length || Arguments.Variables.Length != 3)
            return 1;
        for (int i = 0; i < Given.Length; i++)
        {
            if (Arguments.Words[i] != Given[i])
                return 2 + i;
        }

        return Arguments.TryGetVariable("PWD", out string value) && value == "/here" && Arguments.TryGetVariable("EMPTY", out value) && value.Length == 0
            && Arguments.TryGetVariable("ä", out value) && value == "ö" ? 0 : 20;
    }

    internal static void LongOnes()
    {
        // As long as parameters can be: they lie on the stack, over several pages.
        byte[] text = new byte[65_535];
        text.AsSpan().Fill((byte)'w');
        byte[] words = Text.ToUtf8($"A{Child.Word}\u0003{Child.Word}\u0003words-long\u0003");
        words.AsSpan().CopyTo(text);
        text[30_000] = 0;
        text[30_001] = (byte)'E';
        text[^1] = 0;
        Rendezvous pair = Rendezvous.New();
        SystemCallRegisters started = Exec.Call(Image.Bytes, pair.First, pair.Second, text);
        Expect.Equal(started.Rax, 0ul);
        var handle = new Handle((uint)started.Rsi);
        Children.Add(handle);
        Expect.Equal(Children.Await(new Process(started.Rdi, handle)).Status, 0);
    }

    /// <summary>The part of the child.</summary>
    internal static int LookAtLongOnes() =>
        Arguments.Words.Length == 4 && IsAll(Arguments.Words[3], 30_000 - Text.ToUtf8($"A{Child.Word}\u0003{Child.Word}\u0003words-long\u0003").Length)
        && Arguments.Variables.Length == 1 && IsAll(Arguments.Variables[0], 65_534 - 30_002) ? 0 : 1;

    internal static void Names()
    {
        // The last part of the first word's path, cut to 32 bytes.
        ExpectName("Aname\0"u8, "name"u8);
        ExpectName("A/bin/tool\u0003argument\0"u8, "tool"u8);
        ExpectName("A/\0"u8, ""u8);
        ExpectName(default, ""u8);
        ExpectName("A\0"u8, ""u8);
        ExpectName("A12345678901234567890123456789012\0"u8, "12345678901234567890123456789012"u8);
        ExpectName("A123456789012345678901234567890123\0"u8, "12345678901234567890123456789012"u8);
        ExpectName("A/ä/€\0"u8, "€"u8);
    }

    private static bool IsAll(string text, int length)
    {
        foreach (char value in text)
        {
            if (value != 'w')
                return false;
        }

        return text.Length == length;
    }

    private static void ExpectName(ReadOnlySpan<byte> clauses, ReadOnlySpan<byte> name)
    {
        Process process = Exec.Start(ElfFile.Wait(), clauses);
        Expect.True(Usage.TryFind(process.Id, out ProcessStatistics record));
        ReadOnlySpan<byte> bytes = record.Name;
        Expect.Equal(bytes.Slice(0, name.Length), name);
        foreach (byte value in bytes.Slice(name.Length))
            Expect.Equal((int)value, 0);
        Children.Kill(process);
    }
}
