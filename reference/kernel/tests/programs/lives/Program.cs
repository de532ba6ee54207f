using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// A thousand processes, one after the other, each with memory, threads and messages of its own; and two at once that use the same addresses. Lines for
/// the host: <c>lives.neighbours ...</c>, <c>lives.end lives= usage=</c>.
/// </summary>
internal static class Program
{
    private const int Lives = 1000;

    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return args[0] == "life" ? Life.Run() : Neighbour.Run(Decimal.Parse(args[1]));
        Programs.Open();
        Neighbour.Compare();

        // The first one, so that what this process needs itself is there.
        Live();
        Usage before = Usage.Now();
        for (int i = 0; i < Lives; i++)
            Live();
        Console.WriteLine($"lives.end lives={Lives} usage={Usage.Now().Against(before)}");
        return 0;
    }

    private static void Live()
    {
        Child child = Programs.Start(Programs.Own, new ProcessParameters().CopyMounts().Arguments("life", "life"));

        // It sends a chunk with a handle, which are this process's then.
        Expect.Done(SystemCall.TryReceive(child.Output, out Message message, out Error error), error);
        Expect.True(message.First.IsMemory(out MemoryChunk chunk) && message.Second.IsHandle(out Handle handle) && chunk.Bytes(1)[0] == Life.Mark);
        message.Second.IsHandle(out handle);
        Expect.Done(SystemCall.TryFree(chunk, out error), error);
        SystemCall.TryClose(handle, out _);
        Expect.Equal((ulong)child.Wait().Status, Life.Status);
    }
}
