using System;
using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>In which order threads of this process do things: each notes a letter.</summary>
internal static class Sequence
{
    private static readonly char[] Letters = new char[64];
    private static int count;

    /// <summary>
    /// Begins a sequence just after a tick, so that none comes in the middle: the next is more than a million instructions away.
    /// </summary>
    internal static void Start()
    {
        SystemCall.Sleep(1);
        count = 0;
    }

    /// <summary>The calling thread got here.</summary>
    internal static void Note(char letter) => Letters[count++] = letter;

    /// <summary>Starts a thread that is ready, last in the queue, and has not run yet.</summary>
    internal static void Fork(Action body) => Trials.Expect.Done(Thread.TryStart(body, out _, out Error error), error);

    /// <summary>Starts a thread that notes a letter when it is its turn: a bystander.</summary>
    internal static void Fork(char letter) => Fork(() => Note(letter));

    /// <summary>Starts a thread and lets it run until it waits.</summary>
    internal static void ForkAndRun(Action body)
    {
        Fork(body);
        SystemCall.Yield();
    }

    /// <summary>Lets all others run until they wait or end, and looks at the sequence.</summary>
    internal static void Expect(string letters, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        for (int i = 0; i < 10; i++)
            SystemCall.Yield();
        string noted = new(Letters.AsSpan(0, count));
        Trials.Expect.Equal(noted, letters, "the order", file, line);
    }
}
