namespace System.Runtime.CompilerServices;

public static unsafe class RuntimeHelpers
{
    /// <summary>From a string's reference to its first character: method table pointer and length. The C# compiler uses it for <c>fixed</c>.</summary>
    public static int OffsetToStringData => sizeof(nint) + sizeof(int);

    /// <summary>Where an object's fields begin, or the value in a box.</summary>
    internal static ref byte Contents(object instance) => ref Unsafe.As<Fields>(instance).first;

    /// <summary>The first element's place: after the method table pointer and the length, which is padded to 8.</summary>
    internal static ref T FirstElement<T>(T[] array) =>
        ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref Unsafe.As<int, byte>(ref Unsafe.As<Array>(array)._length), 8));

    /// <summary>The shape of every object that has fields.</summary>
    private sealed class Fields
    {
        internal byte first;
    }
}
