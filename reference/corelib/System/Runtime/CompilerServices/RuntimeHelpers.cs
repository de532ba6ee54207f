namespace System.Runtime.CompilerServices;

public static unsafe class RuntimeHelpers
{
    /// <summary>From a string's reference to its first character: method table pointer and length. The C# compiler uses it for <c>fixed</c>.</summary>
    public static int OffsetToStringData => sizeof(nint) + sizeof(int);

    /// <summary>A number that an object keeps: objects do not move, so it is made of the address.</summary>
    public static int GetHashCode(object? o) => (int)(((ulong)Unsafe.As<object?, nint>(ref o) >> 3) * 0x9E37_79B1);

    /// <summary>A part of an array, for <c>array[1..3]</c>.</summary>
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(array.Length);
        return new ReadOnlySpan<T>(array, offset, length).ToArray();
    }

    /// <summary>A table of constants in the image. The C# compiler calls this with the table's place, and the JIT replaces the call by it.</summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) => throw new NotSupportedException();

    /// <summary>Whether values of a type hold references.</summary>
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>() => IsReferenceOrContainsReferences<T>();

    /// <summary>Where an object's fields begin, or the value in a box.</summary>
    internal static ref byte Contents(object instance) => ref Unsafe.As<RawData>(instance).Data;

    /// <summary>The first element's place: after the method table pointer and the length, which is padded to 8.</summary>
    internal static ref T FirstElement<T>(T[] array) =>
        ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref Unsafe.As<int, byte>(ref Unsafe.As<Array>(array)._length), 8));
}

/// <summary>The shape of every object that has fields. ILC looks the names up: methods of boxed generic structs begin with it.</summary>
internal sealed class RawData
{
    internal byte Data;
}
