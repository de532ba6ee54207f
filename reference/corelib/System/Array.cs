using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System;

public abstract unsafe partial class Array
{
    // ILC's layout: the element count follows the method table pointer.
    internal int _length;

    public int Length => _length;

    public int Rank => 1;

    public static T[] Empty<T>() => EmptyArray<T>.Value;

    public static void Copy(Array sourceArray, Array destinationArray, int length) => Copy(sourceArray, 0, destinationArray, 0, length);

    /// <summary>Arrays of one and the same type; the ranges may overlap.</summary>
    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)
    {
        MethodTable* type = sourceArray.m_pEEType;
        if (type != destinationArray.m_pEEType)
            ThrowHelpers.ThrowArrayTypeMismatchException();
        if (((uint)sourceIndex + (ulong)(uint)length) > (uint)sourceArray._length
            || ((uint)destinationIndex + (ulong)(uint)length) > (uint)destinationArray._length)
            ThrowHelpers.ThrowArgumentException();
        nuint size = type->ComponentSize;
        SpanHelpers.Memmove(
            ref Unsafe.AddByteOffset(ref First(destinationArray), (nint)size * destinationIndex),
            ref Unsafe.AddByteOffset(ref First(sourceArray), (nint)size * sourceIndex),
            size * (uint)length);
    }

    public static void Clear(Array array) =>
        SpanHelpers.ClearWithoutReferences(ref First(array), (nuint)array.m_pEEType->ComponentSize * (uint)array._length);

    private static ref byte First(Array array) => ref RuntimeHelpers.FirstElement(Unsafe.As<byte[]>(array));

    private static class EmptyArray<T>
    {
        internal static readonly T[] Value = new T[0];
    }
}
