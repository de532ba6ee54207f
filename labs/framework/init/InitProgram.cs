using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// The first process: it takes the archive of programs, in which the grader has also put the scenario's name and the run's seed, and plays the scenario. It
/// alone has the archive, so no other program sees either.
/// </summary>
internal static class InitProgram
{
    private const int RefusedStatus = 2;

    private static int Main()
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out _) || !message.Second.IsMemory(out MemoryChunk chunk))
            return Refuse("the kernel gave no archive of programs");
        int length = (int)message.First.Value;
        var archive = new Archive(chunk.Bytes(length));
        if (!archive.TryFind("lab/scenario"u8, out ReadOnlySpan<byte> scenario) || !archive.TryFind("lab/seed"u8, out ReadOnlySpan<byte> seed) || seed.Length < 8)
            return Refuse("the archive names no scenario, or no seed");
        if (!Stage.TryCreate(chunk, length, new RandomSource(BitConverter.ToUInt64(seed)), out Stage stage, out Error error))
            return Refuse(error.Text());
        return Scenarios.TryRun(Text.FromUtf8(scenario), stage) ? 0 : Refuse("no such scenario");
    }

    private static int Refuse(string because)
    {
        Trace.Event("lab.refused").Text("because", because).End();
        return RefusedStatus;
    }
}
