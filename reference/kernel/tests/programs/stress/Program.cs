using System;
using Euralios.Std;
using Merriwig.Tests;
using Random = Merriwig.Tests.Random;

/// <summary>
/// Everything at once, at random and by a seed: as the first process it keeps a number of workers alive, connects them, and kills them; with an
/// argument it is a worker. In the end nothing must be left of them.
/// </summary>
/// <remarks>
/// The archive's files <c>seed</c> and <c>rounds</c> are decimal numbers. The lines that the host reads: <c>stress.begin seed= rounds=</c>, then
/// <c>stress.end rounds= started= killed= usage=</c>.
/// </remarks>
internal static class Program
{
    private const int Workers = 20;
    private const ulong DefaultRounds = 300;
    private const ulong Tick = 10_000;
    private const ulong TimeToSettle = 10_000_000;

    private static readonly Child[] Children = new Child[Workers];
    private static readonly bool[] Alive = new bool[Workers];

    private static Random random;
    private static Handle hub;
    private static Handle otherHub;
    private static ulong started;
    private static ulong killed;

    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return Worker.Run(Decimal.Parse(args[1]));
        Programs.Open();
        ulong seed = Programs.Number("seed"u8, 1);
        ulong rounds = Programs.Number("rounds"u8, DefaultRounds);
        Console.WriteLine($"stress.begin seed={seed} rounds={rounds}");
        random = new Random(seed);

        // Two mounts, of which workers get copies.
        Mount("/hub"u8);
        Mount("/other"u8);
        Expect.Done(SystemCall.TryNewRendezvous(out hub, out otherHub, out Error error), error);
        Usage before = Usage.Now();
        for (ulong round = 0; round < rounds; round++)
            Round();
        for (int i = 0; i < Workers; i++)
            Kill(i);
        Empty();
        Usage after = Usage.Now();
        for (ulong waited = 0; waited < TimeToSettle && after.Against(before) != "same"; waited += Tick)
        {
            // What the workers started ends by itself, and large chunks are given back in steps.
            SystemCall.Sleep(Tick);
            Empty();
            after = Usage.Now();
        }

        Console.WriteLine();
        Console.WriteLine($"stress.end rounds={rounds} started={started} killed={killed} usage={after.Against(before)}");
        return 0;
    }

    private static void Mount(ReadOnlySpan<byte> path)
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle mounted, out _, out Error error), error);
        Expect.Done(SystemCall.TryMount(mounted, path, out error), error);
    }

    private static void Round()
    {
        for (int i = 0; i < Workers; i++)
        {
            // It may have ended by itself.
            if (Alive[i] && Children[i].Process.TryWait(0, out _, out _))
            {
                Children[i].Close();
                Alive[i] = false;
            }

            if (!Alive[i] && !random.OneIn(3))
                Start(i);
        }

        if (random.OneIn(2))
            Kill(random.Below(Workers));
        if (random.OneIn(4))
            Empty();
        SystemCall.Sleep((ulong)random.Below(3) * Tick / 2);
    }

    /// <summary>Starts a worker: its input is the hub, where all of them meet.</summary>
    private static void Start(int i)
    {
        ref Child child = ref Children[i];
        if (!SystemCall.TryCopy(random.OneIn(2) ? hub : otherHub, out Handle input, out _)
            || !SystemCall.TryNewRendezvous(out Handle output, out child.Output, out _)
            || !SystemCall.TryNewRendezvous(out child.Input, out Handle unused, out _))
            return;
        SystemCall.TryClose(unused, out _);
        var parameters = new ProcessParameters();
        if (random.OneIn(2))
            parameters.CopyMounts();
        else
            parameters.NoMounts();
        parameters.Arguments("worker", "worker", (random.Next() >> 1).ToString());
        Alive[i] = Process.TryExec(Programs.Own, input, output, parameters, out child.Process, out _);
        started += Alive[i] ? 1u : 0;
        if (Alive[i])
            return;
        SystemCall.TryClose(input, out _);
        SystemCall.TryClose(output, out _);
        SystemCall.TryClose(child.Output, out _);
        SystemCall.TryClose(child.Input, out _);
    }

    private static void Kill(int i)
    {
        if (!Alive[i])
            return;
        Children[i].Kill();
        Alive[i] = false;
        killed++;
    }

    /// <summary>Takes what is sent to the hub, and lets go of what it carries.</summary>
    private static void Empty()
    {
        while (SystemCall.TryReceive(hub, 0, out Message message, out _))
        {
            Drop(message.First);
            Drop(message.Second);
        }
    }

    private static void Drop(in MessageItem item)
    {
        if (item.IsHandle(out Handle handle))
            SystemCall.TryClose(handle, out _);
        if (item.IsMemory(out MemoryChunk chunk))
            SystemCall.TryFree(chunk, out _);
    }
}
