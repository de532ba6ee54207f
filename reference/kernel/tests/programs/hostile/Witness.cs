using Euralios.Std;
using Merriwig.Tests;

/// <summary>A process that has nothing to do with any of it, and must not notice: it answers questions, and looks at its memory each time.</summary>
internal static class Witness
{
    private const ulong Question = 256;
    private const ulong Well = 257;
    private const ulong Harmed = 258;
    private const ulong Seed = 0x9E37_79B9_7F4A_7C15;
    private const int Words = 16 * 1024;

    private static Child witness;
    private static ulong asked;

    /// <summary>Starts it; when this returns it has all the memory that it will ever have.</summary>
    internal static void Start()
    {
        witness = Programs.Start(Programs.Own, new ProcessParameters().Arguments("witness", "witness"));
        Expect.True(Ask() == "well");
    }

    /// <summary>How it is: <c>well</c>, or what is wrong.</summary>
    internal static string Ask()
    {
        var question = new Message(Question, ++asked);
        if (!SystemCall.TrySendReceive(witness.Input, ref question, out Message answer, out Error error))
            return error.Text();
        return answer.Tag == Well && answer.First.Value == asked * Seed ? "well" : "harmed";
    }

    /// <summary>The witness itself.</summary>
    internal static int Play()
    {
        ulong[] memory = new ulong[Words];
        for (int i = 0; i < Words; i++)
            memory[i] = (ulong)i * Seed;
        while (SystemCall.TryReceive(Handle.StandardInput, out Message message, out _))
        {
            bool unharmed = message.Tag == Question;
            for (int i = 0; i < Words; i++)
                unharmed &= memory[i] == (ulong)i * Seed;
            var answer = new Message(unharmed ? Well : Harmed, message.First.Value * Seed);
            SystemCall.TrySend(Handle.StandardInput, ref answer, out _);
        }

        return 0;
    }
}
