using System;
using Merriwig.Inspect;

namespace Merriwig.Memory;

/// <summary>Makes a frame map readable from outside. The map must stay where it is: a static field.</summary>
internal static unsafe class FrameMapInspection
{
    /// <summary>Publishes every level of the tree, the frames' states, and the cache.</summary>
    internal static void Publish(ref FrameMap map)
    {
        for (int level = 0; level < map.Levels; level++)
        {
            fixed (uint* words = &map.Level(level)[0])
                InspectionTable.Publish(RegionType.FrameTreeLevel, 1, level, words, (ulong)map.Level(level).Length * sizeof(uint));
        }

        fixed (FrameState* states = &map.States[0])
            InspectionTable.Publish(RegionType.FrameStates, 1, 0, states, map.Frames);
        fixed (FrameMap.FrameCache* cache = &map.Cache)
            InspectionTable.Publish(RegionType.FrameCache, 1, 0, cache, (FrameMap.CacheSize + 1) * sizeof(uint));
    }
}
