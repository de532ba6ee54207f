using Euralios.Std;

namespace System;

/// <summary>The collector of memory that nothing refers to any more. It needs no help: this is for programs that want to see it work.</summary>
public static class GC
{
    /// <summary>The highest generation: there is one.</summary>
    public static int MaxGeneration => 0;

    /// <summary>Collects now.</summary>
    public static void Collect() => Heap.Collect();

    /// <summary>How often the heap was collected.</summary>
    /// <param name="generation">0; there are no others.</param>
    public static int CollectionCount(int generation) => generation == 0 ? Heap.Collections : 0;

    /// <summary>Bytes of the heap that hold objects, or did at the last collection.</summary>
    /// <param name="forceFullCollection">Whether to collect first.</param>
    public static long GetTotalMemory(bool forceFullCollection)
    {
        if (forceFullCollection)
            Heap.Collect();
        return (long)Heap.InUse;
    }

    /// <summary>The object is in use until here.</summary>
    [Runtime.CompilerServices.MethodImpl(Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    public static void KeepAlive(object? obj)
    {
    }
}
