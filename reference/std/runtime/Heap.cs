using System.Runtime;
using System.Threading;
using Internal.Runtime;

namespace Euralios.Std;

/// <summary>
/// The objects of the program, in the heap that the kernel gave the process. One thread at a time has the heap; when much was allocated the next
/// one that allocates collects first.
/// </summary>
internal static unsafe class Heap
{
    private static HeapSpace space;
    private static int isTaken;

    // Under stress, after how many allocations the heap is collected, and how many there have been since; 0 otherwise.
    private static int stress;
    private static int sinceStress;

    /// <summary>How often the heap was collected.</summary>
    internal static int Collections { get; private set; }

    /// <summary>Makes the heap ready. Nothing can be allocated before.</summary>
    internal static void Initialize(ulong start, ulong size) => space = new HeapSpace(start, size, &Release);

    /// <summary>From now on the heap is collected at every so many allocations. At each: a reference that is not found shows at once.</summary>
    internal static void Stress(int interval) => stress = interval;

    /// <summary>An object of a type without components.</summary>
    [RuntimeExport("RhpNewFast")]
    internal static void* NewObject(MethodTable* type)
    {
        Take();
        void* instance = Allocate(type, type->_baseSize);
        GiveBack();
        return instance;
    }

    /// <summary>An array of values, or a string.</summary>
    [RuntimeExport("RhpNewArrayFast")]
    internal static void* NewArray(MethodTable* type, nint length)
    {
        if (length is < 0 or > int.MaxValue)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowOverflowException();
        Take();
        int* array = (int*)Allocate(type, type->_baseSize + ((ulong)length * type->ComponentSize));
        array[sizeof(nint) / sizeof(int)] = (int)length;
        GiveBack();
        return array;
    }

    /// <summary>An array of references.</summary>
    [RuntimeExport("RhpNewPtrArrayFast")]
    private static void* NewReferenceArray(MethodTable* type, nint length) => NewArray(type, length);

    /// <summary>Frees what nothing refers to.</summary>
    internal static void Collect()
    {
        Take();
        CollectNow();
        GiveBack();
    }

    /// <summary>Bytes of the blocks that hold objects.</summary>
    internal static ulong InUse => space.InUse;

    /// <summary>Zeroed memory with the type in its place. The heap is the caller's.</summary>
    private static void* Allocate(MethodTable* type, ulong size)
    {
        if (space.IsDue || (stress > 0 && ++sinceStress >= stress))
            CollectNow();
        ulong instance = space.Allocate(size);
        if (instance == 0)
        {
            CollectNow();
            instance = space.Allocate(size);
        }

        if (instance == 0)
            Failure.Report("System.OutOfMemoryException", "the heap is full");
        *(MethodTable**)instance = type;
        return (void*)instance;
    }

    private static void CollectNow()
    {
        sinceStress = 0;
        Collector.Collect(ref space);
        Collections++;
    }

    /// <summary>Whoever has the heap may lose the processor, but waits for nothing: it is enough to let others run.</summary>
    private static void Take()
    {
        while (Interlocked.CompareExchange(ref isTaken, 1, 0) != 0)
            SystemCall.Yield();
    }

    private static void GiveBack() => Volatile.Write(ref isTaken, 0);

    private static void Release(ulong address, ulong size) => SystemCall.TryDecommit((void*)address, size / SystemCall.PageSize, out _);
}
