using System;

namespace Merriwig.Lab;

/// <summary>Threads one behind the other, the front first: what a queue is compared with. A plain list, which knows nothing of links.</summary>
internal unsafe struct Row
{
    private const int Most = TestSchedule.MostThreads;

    private fixed ushort threads[Most];

    /// <summary>How many stand in it.</summary>
    internal int Count { get; private set; }

    /// <summary>The thread at a place, 0 being the front.</summary>
    internal readonly int this[int place] => threads[place];

    /// <summary>A row of these threads.</summary>
    internal static Row Of(ReadOnlySpan<byte> threads)
    {
        Row row = default;
        foreach (byte thread in threads)
            row.Append(thread);
        return row;
    }

    /// <summary>A row of all threads from <paramref name="first"/> to <paramref name="last"/>.</summary>
    internal static Row Range(int first, int last)
    {
        Row row = default;
        for (int thread = first; thread <= last; thread++)
            row.Append(thread);
        return row;
    }

    /// <summary>One more at the back.</summary>
    internal void Append(int thread) => threads[Count++] = (ushort)thread;

    /// <summary>One more at a place; who stands there and behind moves one back.</summary>
    internal void Insert(int place, int thread)
    {
        for (int i = Count++; i > place; i--)
            threads[i] = threads[i - 1];
        threads[place] = (ushort)thread;
    }

    /// <summary>Takes out who stands at a place.</summary>
    internal int TakeAt(int place)
    {
        int thread = threads[place];
        Count--;
        for (int i = place; i < Count; i++)
            threads[i] = threads[i + 1];
        return thread;
    }

    /// <summary>Whether a thread stands in it.</summary>
    internal readonly bool Contains(int thread)
    {
        for (int i = 0; i < Count; i++)
        {
            if (threads[i] == thread)
                return true;
        }

        return false;
    }

    /// <summary>A seeded order.</summary>
    internal void Shuffle(ref RandomSource random)
    {
        for (int last = Count - 1; last > 0; last--)
        {
            int other = (int)random.Below((uint)last + 1);
            (threads[last], threads[other]) = (threads[other], threads[last]);
        }
    }
}
