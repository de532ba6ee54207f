namespace Merriwig.Trials;

/// <summary>Every table and every kind of memory used up: an error, nothing lost, and all as before when it is given back.</summary>
internal static unsafe class LimitTrials
{
    internal static Scenario[] Table =>
    [
        new("limits-of-stacks", &Exhaustion.Stacks),
        new("limits-of-threads", &Exhaustion.Threads),
        new("limits-of-processes", &Exhaustion.Processes),
        new("limits-of-rendezvous", &Exhaustion.Rendezvous),
        new("limits-of-handles", &Exhaustion.Handles),
        new("limits-of-mounts", &Exhaustion.Mounts),
        new("limits-of-windows", &Exhaustion.Windows),
        new("limits-of-frames", &FrameExhaustion.Chunks),
        new("limits-of-frames-on-demand", &FrameExhaustion.OnDemand),
        new("limits-of-frames-in-a-process", &FrameExhaustion.EndsWhoTouches),
        new("limits-of-frames-for-exec", &FrameExhaustion.ExecAtEveryShortage),
    ];
}
