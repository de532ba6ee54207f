using Euralios.Grader.Boot;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.FrameAllocator;

/// <summary>What the storm scenario reported, replayed into sets: which frames there are and which are handed out.</summary>
internal sealed class StormEvents
{
    private const ulong FrameSize = 4096;

    /// <summary>Frames that are managed.</summary>
    public HashSet<ulong> Managed { get; } = [];

    /// <summary>Frames that are handed out.</summary>
    public HashSet<ulong> InUse { get; } = [];

    /// <summary>The scenario's events, damaged lines left out.</summary>
    public static IEnumerable<TraceEvent> Of(BootRecord record) =>
        Trace.Parse(record.Trace).Events.Where(traced => traced.Name.StartsWith("storm.", StringComparison.Ordinal));

    /// <summary>Takes an event in.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Apply(TraceEvent traced)
    {
        switch (traced.Name)
        {
            case "storm.region":
                for (ulong frame = traced.Number("first") ?? 0; frame < (traced.Number("end") ?? 0); frame++)
                    Managed.Add(frame);
                return null;
            case "storm.alloc":
                return traced["done"] == "yes" ? Take(traced, 1, ulong.MaxValue) : NoneAvailable();
            case "storm.run":
                ulong count = traced.Number("count") ?? 0;
                ulong limit = traced.Number("limit") ?? 0;
                return traced["done"] == "yes" ? Take(traced, count, limit) : NoRun(count, limit);
            case "storm.free":
                return Free(traced.Number("frame") ?? 0, traced.Number("result") ?? 0);
            default:
                return null;
        }
    }

    private string? Take(TraceEvent traced, ulong count, ulong limit)
    {
        ulong address = traced.Number("address") ?? 0;
        if (address % FrameSize != 0)
            return $"no frame starts at 0x{address:x}";
        ulong first = address / FrameSize;
        if (first + count > limit)
            return $"frames {first} to {first + count - 1} were handed out although the limit is frame {limit}";
        for (ulong frame = first; frame < first + count; frame++)
        {
            if (!Managed.Contains(frame))
                return $"frame {frame} was handed out and is not managed";
            if (!InUse.Add(frame))
                return $"frame {frame} was handed out twice";
        }

        return null;
    }

    private string? NoneAvailable() =>
        Managed.Count > InUse.Count ? $"no frame was handed out although {Managed.Count - InUse.Count} are available" : null;

    private string? NoRun(ulong count, ulong limit)
    {
        ulong length = 0;
        for (ulong frame = 0; frame < limit; frame++)
        {
            length = Managed.Contains(frame) && !InUse.Contains(frame) ? length + 1 : 0;
            if (length == count)
                return $"no run of {count} frames was found below frame {limit} although one starts at frame {frame + 1 - count}";
        }

        return null;
    }

    private string? Free(ulong frame, ulong result)
    {
        ulong expected = InUse.Remove(frame) ? 0u : Managed.Contains(frame) ? 1u : 2u;
        return result == expected
            ? null
            : $"freeing frame {frame} gave {Name(result)}, expected {Name(expected)}";
    }

    private static string Name(ulong result) => result switch
    {
        0 => "Freed",
        1 => "NotInUse",
        2 => "NotManaged",
        _ => $"result {result}",
    };
}
