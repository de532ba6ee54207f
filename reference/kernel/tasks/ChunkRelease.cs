using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>
/// Chunks that nobody owns any more. A small one is given back at once; of a large one the rest waits for the reaper, so that interrupts
/// are never off for long. The chunks that wait are linked through their tables.
/// </summary>
internal static unsafe class ChunkRelease
{
    private static ulong first;

    /// <summary>Whether a chunk waits.</summary>
    internal static bool IsPending => first != 0;

    /// <summary>The first chunk that waits; the others follow by their links. 0 for none.</summary>
    internal static ulong First => first;

    /// <summary>Gives a chunk back, or as much of it as can be done at once.</summary>
    internal static void Start(ulong table)
    {
        if (Chunks.Release(table, Chunks.ReleaseBudget))
            return;
        Chunks.LinkOf(table) = first;
        first = table;
        Reaper.Wake();
    }

    /// <summary>Goes on with a chunk that waits, if there is one.</summary>
    internal static void Continue()
    {
        ulong table = first;
        if (table == 0)
            return;
        ulong next = Chunks.LinkOf(table);
        if (Chunks.Release(table, Chunks.ReleaseBudget))
            first = next;
    }
}
