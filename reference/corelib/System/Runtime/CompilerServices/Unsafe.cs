using System.Runtime.Versioning;

namespace System.Runtime.CompilerServices;

/// <summary>Memory access without checks. ILC supplies these bodies; the ones given here are never compiled.</summary>
public static unsafe class Unsafe
{
    [Intrinsic]
    [NonVersionable]
    public static ref T Add<T>(ref T source, int elementOffset) => ref Add(ref source, elementOffset);

    [Intrinsic]
    [NonVersionable]
    public static ref T AddByteOffset<T>(ref T source, nint byteOffset) => ref AddByteOffset(ref source, byteOffset);

    [Intrinsic]
    [NonVersionable]
    public static ref TTo As<TFrom, TTo>(ref TFrom source) => ref As<TFrom, TTo>(ref source);

    [Intrinsic]
    [NonVersionable]
    public static T As<T>(object? value)
        where T : class? => As<T>(value);

    [Intrinsic]
    [NonVersionable]
    public static ref T AsRef<T>(void* source) => ref AsRef<T>(source);

    [Intrinsic]
    [NonVersionable]
    public static ref T AsRef<T>(scoped ref readonly T source) => ref AsRef(in source);

    [Intrinsic]
    [NonVersionable]
    public static void* AsPointer<T>(ref readonly T value) => AsPointer(in value);

    [Intrinsic]
    [NonVersionable]
    public static int SizeOf<T>() => SizeOf<T>();

    [Intrinsic]
    [NonVersionable]
    public static bool AreSame<T>(ref readonly T left, ref readonly T right) => AreSame(in left, in right);

    [Intrinsic]
    [NonVersionable]
    public static bool IsAddressLessThan<T>(ref readonly T left, ref readonly T right) => IsAddressLessThan(in left, in right);
}
