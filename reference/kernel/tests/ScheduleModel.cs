using System.Collections.Generic;
using System.Linq;

namespace Merriwig.Tests;

/// <summary>What a schedule should be, as a list and a set: the idle thread is in neither, it runs when nobody else can.</summary>
internal sealed class ScheduleModel
{
    /// <summary>Who runs.</summary>
    internal int Current { get; private set; }

    /// <summary>Who is ready, the next one first.</summary>
    internal List<int> Queue { get; } = [];

    /// <summary>Who waits.</summary>
    internal SortedSet<int> Blocked { get; } = [];

    /// <summary>Whether a thread is neither running nor ready nor waiting.</summary>
    internal bool IsFree(int thread) => thread != 0 && thread != Current && !Queue.Contains(thread) && !Blocked.Contains(thread);

    internal void AddFirst(int thread)
    {
        Blocked.Remove(thread);
        Queue.Insert(0, thread);
    }

    internal void AddLast(int thread)
    {
        Blocked.Remove(thread);
        Queue.Add(thread);
    }

    internal void Remove(int thread)
    {
        Queue.Remove(thread);
        Blocked.Add(thread);
    }

    internal void Preempt()
    {
        if (Current != 0)
            Queue.Add(Current);
        RunNext();
    }

    internal void Block()
    {
        if (Current != 0)
            Blocked.Add(Current);
        RunNext();
    }

    internal void Exit() => RunNext();

    internal bool Wake(int thread)
    {
        if (!Blocked.Contains(thread))
            return false;
        AddFirst(thread);
        return true;
    }

    internal void GiveWay()
    {
        if (Queue.Count == 0)
            return;
        int last = Current;
        RunNext();
        if (last != 0)
            Queue.Insert(0, last);
    }

    /// <summary>The schedule as <see cref="TestSchedule"/> writes it.</summary>
    public override string ToString() => $"{Current} / {Text(Queue)} / {Text(Blocked)}";

    private void RunNext()
    {
        Current = Queue.FirstOrDefault();
        if (Current != 0)
            Queue.RemoveAt(0);
    }

    private static string Text(IEnumerable<int> numbers) => numbers.Any() ? string.Join(' ', numbers) : "-";
}
