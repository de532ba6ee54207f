using System;
using System.Runtime;
using System.Threading;
using Internal.Runtime;

namespace Euralios.Std;

/// <summary>
/// Objects, one after the other through the heap that the kernel gave the process. Nothing is given back yet. The kernel supplies a page
/// when it is first written to, zeroed, so there is nothing to clear.
/// </summary>
/// <remarks>Threads take their pieces by one atomic addition.</remarks>
internal static unsafe class Heap
{
    private const uint Alignment = 8;

    private static long next;
    private static long end;

    internal static void Initialize(ulong start, ulong size)
    {
        next = (long)start;
        end = (long)(start + size);
    }

    /// <summary>An object of a type without components.</summary>
    [RuntimeExport("RhpNewFast")]
    internal static void* NewObject(MethodTable* type) => Allocate(type, type->_baseSize);

    /// <summary>An array of values, or a string.</summary>
    [RuntimeExport("RhpNewArrayFast")]
    internal static void* NewArray(MethodTable* type, nint length)
    {
        if (length is < 0 or > int.MaxValue)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowOverflowException();
        int* array = (int*)Allocate(type, type->_baseSize + ((ulong)length * type->ComponentSize));
        array[sizeof(nint) / sizeof(int)] = (int)length;
        return array;
    }

    /// <summary>An array of references.</summary>
    [RuntimeExport("RhpNewPtrArrayFast")]
    private static void* NewReferenceArray(MethodTable* type, nint length) => NewArray(type, length);

    /// <summary>Memory with the object's type at its place: after the header of 8 bytes, which the size includes.</summary>
    private static void* Allocate(MethodTable* type, ulong size)
    {
        size = (size + Alignment - 1) & ~(ulong)(Alignment - 1);
        long start = Interlocked.ExchangeAdd(ref next, (long)size);
        if ((ulong)start + size > (ulong)end)
            Failure.Report("System.OutOfMemoryException", "the heap is full");
        var instance = (MethodTable**)(start + sizeof(nint));
        *instance = type;
        return instance;
    }
}
