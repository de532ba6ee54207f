using Euralios.Grader.Boot;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Scheduler;

/// <summary>
/// What the events say about each thread: it runs, is ready, waits, or does not exist. Nothing is known here of who should be next; only
/// what must hold whatever the order is.
/// </summary>
internal sealed class ScheduleEvents
{
    /// <summary>The idle thread's number.</summary>
    public const int Idle = 0;

    /// <summary>For each thread that is ready: how many others may still have the processor before it.</summary>
    private readonly Dictionary<int, int> patience = [];
    private readonly HashSet<int> blocked = [];
    private string pending = "";

    /// <summary>Who runs.</summary>
    public int Current { get; private set; } = Idle;

    /// <summary>Who is ready, the idle thread left out.</summary>
    public IReadOnlyCollection<int> Ready => patience.Keys;

    /// <summary>Who waits.</summary>
    public IReadOnlyCollection<int> Blocked => blocked;

    /// <summary>Whether the thread that runs still wants the processor.</summary>
    private bool CurrentIsReady => Current == Idle || pending is not ("sched.block" or "sched.sleep" or "sched.exit");

    /// <summary>The machine's events, damaged lines left out.</summary>
    public static IEnumerable<TraceEvent> Of(BootRecord record) =>
        Trace.Parse(record.Trace).Events.Where(traced => traced.Name.StartsWith("sched.", StringComparison.Ordinal));

    /// <summary>A value of an event that is a thread or a number of ticks; -1 where there is none.</summary>
    public static int Value(TraceEvent traced, string key) => traced.Number(key) is { } number and <= ushort.MaxValue ? (int)number : -1;

    /// <summary>Takes an event in.</summary>
    /// <returns>What is wrong with it, or with the one before, or null.</returns>
    public string? Apply(TraceEvent traced)
    {
        switch (traced.Name)
        {
            case "sched.switch":
                return Switch(Value(traced, "from"), Value(traced, "to"));
            case "sched.wake" or "sched.alarm" or "sched.interrupt":
                // The alarm and the device come with a tick, before anybody is switched.
                return (traced.Name == "sched.wake" ? Settle() : null) ?? Wake(Value(traced, "target"), traced["woken"] == "yes");
            case "sched.lost":
                return $"the processor was given to thread {traced["to"]}, which there never was";
        }

        if (Settle() is { } wrong)
            return wrong;
        switch (traced.Name)
        {
            case "sched.tick" or "sched.yield" or "sched.give-way" or "sched.exit":
                pending = traced.Name;
                break;
            case "sched.block" or "sched.sleep":
                pending = traced.Name;
                blocked.Add(Current);
                break;
            case "sched.fork" or "sched.start":
                Arrive(Value(traced, "child"), first: traced.Name == "sched.start");
                break;
            case "sched.suspend":
                patience.Remove(Value(traced, "target"));
                blocked.Add(Value(traced, "target"));
                break;
        }

        return null;
    }

    private string? Switch(int from, int to)
    {
        if (from != Current)
            return $"thread {from} was switched away from, but thread {Current} had the processor";
        if (pending.Length == 0)
            return $"thread {to} got the processor although thread {from} did not give it up";
        if (to != Idle && !patience.ContainsKey(to))
            return $"thread {to} got the processor and {(blocked.Contains(to) ? "waits" : "does not exist")}";
        if (to == Idle && patience.Count > 0)
            return $"the idle thread got the processor although {patience.Count} others are ready";

        patience.Remove(to);
        foreach (int waiting in patience.Keys)
        {
            if (--patience[waiting] < 0)
                return $"thread {waiting} is ready and is not given its turn: thread {to} got the processor instead";
        }

        if (CurrentIsReady && from != Idle)
            Arrive(from, first: pending == "sched.give-way");
        Current = to;
        pending = "";
        return null;
    }

    /// <summary>The event before this one is over: whoever had to give the processor up has done so.</summary>
    private string? Settle()
    {
        string last = pending;
        if (last.Length > 0 && !CurrentIsReady)
            return $"thread {Current} {(last == "sched.exit" ? "ended" : "waits")} and goes on running";
        pending = "";
        return last.Length > 0 && patience.Count > 0 ? $"thread {Current} keeps the processor although {patience.Count} others are ready" : null;
    }

    private string? Wake(int target, bool woken)
    {
        if (woken != blocked.Contains(target))
            return $"thread {target} was {(woken ? "" : "not ")}woken although it {(woken ? "does not wait" : "waits")}";
        if (blocked.Remove(target))
            Arrive(target, first: true);
        return null;
    }

    /// <summary>A thread is ready. At the front it lets everybody else wait one turn longer; at the back it waits for all of them.</summary>
    private void Arrive(int thread, bool first)
    {
        if (first)
        {
            foreach (int waiting in patience.Keys)
                patience[waiting]++;
        }

        patience[thread] = patience.Count;
    }
}
