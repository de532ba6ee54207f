using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>The scheduler once more, on a plain list: what each event does to the queue, and so who must be next. It contains the answer.</summary>
internal sealed class ScheduleModel
{
    private readonly LinkedList<int> queue = [];
    private readonly HashSet<int> blocked = [];
    private bool tick;

    /// <summary>Who has the processor.</summary>
    public int Current { get; private set; } = ScheduleEvents.Idle;

    /// <summary>Who is ready, the front first.</summary>
    public IEnumerable<int> Queue => queue;

    /// <summary>Comes before each event: a tick pre-empts when its own wakes, those of the alarm and of the device, are over.</summary>
    public void Settle(TraceEvent traced)
    {
        if (!tick || traced.Name is "sched.alarm" or "sched.interrupt")
            return;
        tick = false;
        Preempt();
    }

    /// <summary>Does what an event says was asked for.</summary>
    /// <returns>What is wrong with the answer that the event reports, or null.</returns>
    public string? Apply(TraceEvent traced)
    {
        switch (traced.Name)
        {
            case "sched.tick":
                tick = true;
                break;
            case "sched.yield":
                Preempt();
                break;
            case "sched.give-way" when queue.Count > 0:
                int last = Current;
                RunFront();
                if (last != ScheduleEvents.Idle)
                    queue.AddFirst(last);
                break;
            case "sched.block" or "sched.sleep":
                blocked.Add(Current);
                RunFront();
                break;
            case "sched.exit":
                RunFront();
                break;
            case "sched.fork":
                queue.AddLast(ScheduleEvents.Value(traced, "child"));
                break;
            case "sched.start":
                queue.AddFirst(ScheduleEvents.Value(traced, "child"));
                break;
            case "sched.suspend":
                queue.Remove(ScheduleEvents.Value(traced, "target"));
                blocked.Add(ScheduleEvents.Value(traced, "target"));
                break;
            case "sched.wake" or "sched.alarm" or "sched.interrupt":
                return Wake(ScheduleEvents.Value(traced, "target"), traced["woken"] == "yes");
        }

        return null;
    }

    private string? Wake(int target, bool reported)
    {
        bool woken = blocked.Remove(target);
        if (woken)
            queue.AddFirst(target);
        return woken == reported ? null : $"thread {target} was {(reported ? "" : "not ")}woken";
    }

    private void Preempt()
    {
        if (queue.Count == 0)
            return;
        if (Current != ScheduleEvents.Idle)
            queue.AddLast(Current);
        RunFront();
    }

    private void RunFront()
    {
        Current = queue.First?.Value ?? ScheduleEvents.Idle;
        if (queue.Count > 0)
            queue.RemoveFirst();
    }
}
