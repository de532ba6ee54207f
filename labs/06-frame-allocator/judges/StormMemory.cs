using System.Buffers.Binary;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.FrameAllocator;

/// <summary>
/// What the allocator's own memory says, read from outside while it stood still: the tree's levels agree, and what is available in the tree and
/// the cache is exactly what the events left over.
/// </summary>
public sealed class StormMemory : IJudge
{
    private const uint TreeLevel = 1;
    private const uint States = 2;
    private const uint Cache = 3;

    private const int Inspections = 10;
    private const int CacheSize = 32;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var state = new StormEvents();
        int inspected = 0;
        foreach (TraceEvent traced in StormEvents.Of(record))
        {
            state.Apply(traced);
            if (traced.Name != "storm.inspect")
                continue;
            if (inspected == record.Snapshots.Count)
                return Verdict.Fail($"memory was read {inspected} times, one more was announced");
            if (Wrong(record.Snapshots[inspected++], state) is { } wrong)
                return Verdict.Fail(wrong, $"after step {traced["step"]} of the storm");
        }

        return inspected == Inspections ? Verdict.Pass : Verdict.Fail($"memory was read {inspected} times, expected {Inspections}");
    }

    private static string? Wrong(Snapshot snapshot, StormEvents state)
    {
        List<uint[]> tree = [.. snapshot.Regions.Where(region => region.Type == TreeLevel).OrderBy(region => region.Index).Select(Words)];
        byte[]? states = snapshot.Regions.FirstOrDefault(region => region.Type == States)?.Bytes;
        uint[]? cache = snapshot.Regions.Where(region => region.Type == Cache).Select(Words).FirstOrDefault();
        if (tree.Count == 0 || states is null || cache is not { Length: CacheSize + 1 })
            return "the allocator's memory is not published";
        return Levels(tree) ?? Cached(cache, tree[0], states.Length) ?? Frames(tree[0], cache, states, state);
    }

    private static string? Levels(List<uint[]> tree)
    {
        for (int level = 0; level + 1 < tree.Count; level++)
        {
            for (int i = 0; i < tree[level].Length; i++)
            {
                bool claimed = (tree[level + 1][i / 32] >> (i % 32) & 1) != 0;
                if (claimed != (tree[level][i] != 0))
                    return $"bit {i} of level {level + 1} is {(claimed ? 1 : 0)}, but word {i} of level {level} is 0x{tree[level][i]:x}";
            }
        }

        return null;
    }

    private static string? Cached(uint[] cache, uint[] leaves, int frames)
    {
        if (cache[CacheSize] > CacheSize)
            return $"the cache claims {cache[CacheSize]} frames of {CacheSize}";
        var seen = new HashSet<uint>();
        foreach (uint frame in cache.Take((int)cache[CacheSize]))
        {
            if (frame >= frames)
                return $"the cache holds frame {frame} of {frames}";
            if (!seen.Add(frame))
                return $"frame {frame} is in the cache twice";
            if (IsSet(leaves, frame))
                return $"frame {frame} is in the cache and available in the tree";
        }

        return null;
    }

    private static string? Frames(uint[] leaves, uint[] cache, byte[] states, StormEvents expected)
    {
        HashSet<uint> cached = [.. cache.Take((int)cache[CacheSize])];
        for (uint frame = 0; frame < leaves.Length * 32; frame++)
        {
            bool available = IsSet(leaves, frame) || cached.Contains(frame);
            bool shouldBe = expected.Managed.Contains(frame) && !expected.InUse.Contains(frame);
            if (available != shouldBe)
                return $"frame {frame} is {(available ? "" : "not ")}available in the tree or the cache, by the events it is{(shouldBe ? "" : " not")}";
            if (frame < states.Length && states[frame] != (expected.InUse.Contains(frame) ? 2 : shouldBe ? 1 : 0))
                return $"the state of frame {frame} is {states[frame]} (0 not managed, 1 available, 2 in use), by the events it is {(expected.InUse.Contains(frame) ? 2 : shouldBe ? 1 : 0)}";
        }

        return null;
    }

    private static bool IsSet(uint[] words, uint bit) => (words[bit / 32] >> (int)(bit % 32) & 1) != 0;

    private static uint[] Words(MemoryRegion region) =>
        [.. Enumerable.Range(0, region.Bytes.Length / 4).Select(i => BinaryPrimitives.ReadUInt32LittleEndian(region.Bytes.AsSpan(4 * i)))];
}
