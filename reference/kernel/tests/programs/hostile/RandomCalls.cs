using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// Random system calls, made by a process that is started again whenever it ends, waits for too long or runs wild. It says of each call that it will
/// make it, so that every one is counted once.
/// </summary>
internal static class RandomCalls
{
    /// <summary>The tag of the message by which a caller says that its next call follows.</summary>
    internal const ulong Announced = 0x5EED;

    private const ulong Calls = 12_000;
    private const ulong MostTime = 50_000;
    private const ulong DefaultSeed = 1;

    internal static void Run()
    {
        ulong seed = Programs.Number("seed"u8, DefaultSeed);
        Usage before = Usage.Now();
        ulong calls = 0;
        ulong processes = 0;
        ulong ended = 0;
        while (calls < Calls)
        {
            ulong first = calls;
            bool byItself = Follow(seed, ref calls);
            ended += byItself ? 1u : 0;
            processes++;

            // One that cannot even begin would be started for ever.
            Expect.True(calls > first);
            string usage = Usage.Now().Against(before);
            if (usage == "same")
                continue;
            Console.WriteLine($"hostile.leak seed={seed} calls={first}..{calls} usage={usage}");
            break;
        }

        // A call may have written half a line.
        Console.WriteLine();
        Console.WriteLine($"hostile.random calls={calls} processes={processes} ended={ended} usage={Usage.Now().Against(before)} witness={Witness.Ask()}");
    }

    /// <summary>Lets a process make calls as long as it does.</summary>
    /// <returns>Whether it ended by itself.</returns>
    private static bool Follow(ulong seed, ref ulong calls)
    {
        ProcessParameters parameters = new ProcessParameters().CopyMounts().Arguments("random", "random", seed.ToString(), calls.ToString()).Interrupt(RandomCaller.Line);
        Child child = Programs.Start(Programs.Own, parameters);
        while (calls < Calls
            && SystemCall.TryReceive(child.Input, MostTime, out Message message, out _)
            && message.Tag == Announced
            && message.First.Kind == ItemKind.Value
            && message.First.Value == calls)
            calls++;
        return child.WaitOrKill(MostTime).Status != Child.NotInTime;
    }
}
