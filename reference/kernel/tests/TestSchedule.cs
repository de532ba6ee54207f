using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Merriwig.Tasks;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>
/// A schedule that can be written as text: who runs, the queue from front to back, and who is blocked in the order of the numbers, as in
/// <c>1 / 3 2 / 4</c>, with <c>-</c> for nobody. All others are free. The idle thread, 0, is not written among the queue.
/// </summary>
internal sealed unsafe class TestSchedule : IDisposable
{
    private readonly ScheduleEntry* storage;
    private readonly int threads;
    private Schedule schedule;

    /// <summary>A schedule in which only the idle thread runs.</summary>
    internal TestSchedule(int threads)
    {
        this.threads = threads;
        storage = (ScheduleEntry*)NativeMemory.Alloc((nuint)threads, (nuint)sizeof(ScheduleEntry));
        new Span<byte>(storage, threads * sizeof(ScheduleEntry)).Fill(0xA5);
        Schedule.Create(out schedule, storage, threads);
    }

    /// <summary>A schedule as the text says, put together field by field.</summary>
    internal TestSchedule(int threads, string text)
        : this(threads)
    {
        int[][] parts = [.. text.Split(" / ").Select(part => part == "-" ? [] : part.Split(' ').Select(int.Parse).ToArray())];
        Span<ScheduleEntry> entries = schedule.Entries;
        int[] ring = [Schedule.Idle, .. parts[1]];
        for (int i = 0; i < ring.Length; i++)
        {
            entries[ring[i]].State = ThreadState.Ready;
            entries[ring[i]].Next = (ushort)ring[(i + 1) % ring.Length];
            entries[ring[(i + 1) % ring.Length]].Previous = (ushort)ring[i];
        }

        foreach (int thread in parts[2])
            entries[thread].State = ThreadState.Blocked;
        schedule.Current = parts[0][0];
        entries[schedule.Current].State = ThreadState.Running;
    }

    /// <summary>The schedule, for the scheduler's methods.</summary>
    internal ref Schedule Value => ref schedule;

    /// <summary>What a thread does.</summary>
    internal ThreadState StateOf(int thread) => schedule.Entries[thread].State;

    public void Dispose() => NativeMemory.Free(storage);

    /// <summary>The schedule as text, after a look at what must always hold.</summary>
    public override string ToString()
    {
        Span<ScheduleEntry> entries = schedule.Entries;
        var queue = new List<int>();
        int at = Schedule.Idle;
        do
        {
            int next = entries[at].Next;
            Assert.That(entries[next].Previous, Is.EqualTo(at), $"the thread before {next}");
            at = next;
            if (at != Schedule.Idle)
            {
                Assert.That(entries[at].State, Is.EqualTo(ThreadState.Ready), $"thread {at}, which stands in the queue");
                queue.Add(at);
            }

            Assert.That(queue, Has.Count.LessThan(threads), "the queue comes back to the idle thread");
        }
        while (at != Schedule.Idle);

        Assert.That(entries[Schedule.Idle].State, Is.EqualTo(schedule.Current == Schedule.Idle ? ThreadState.Running : ThreadState.Ready), "the idle thread");
        Assert.That(In(ThreadState.Running), Is.EqualTo(new[] { schedule.Current }), "one thread runs");
        Assert.That(In(ThreadState.Ready).Where(thread => thread != Schedule.Idle), Is.EquivalentTo(queue), "who is ready stands in the queue");
        return $"{schedule.Current} / {Text(queue)} / {Text(In(ThreadState.Blocked))}";
    }

    private List<int> In(ThreadState state) => [.. Enumerable.Range(0, threads).Where(thread => StateOf(thread) == state)];

    private static string Text(List<int> numbers) => numbers.Count == 0 ? "-" : string.Join(' ', numbers);
}
