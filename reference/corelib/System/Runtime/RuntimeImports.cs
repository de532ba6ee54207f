using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>What lies below C#: stubs in machine code and, for failures, the kernel or the standard library.</summary>
internal static unsafe class RuntimeImports
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "memmove")]
    internal static extern void* MoveMemory(ref byte destination, ref byte source, nuint length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "memset")]
    internal static extern void* FillMemory(ref byte destination, int value, nuint length);

    /// <summary>A zeroed object of a type without components. Programs only: the kernel has no heap, and an object test says so.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "RhpNewFast")]
    internal static extern object NewObject(Internal.Runtime.MethodTable* type);

    /// <summary>A zeroed array or string. Programs only.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "RhpNewArrayFast")]
    internal static extern object NewArray(Internal.Runtime.MethodTable* type, nint length);

    /// <summary>A number that the calling thread has and no other of its program.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "thread_identity")]
    internal static extern nint ThreadIdentity();

    /// <summary>Lets other threads run.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "yield_thread")]
    internal static extern void YieldThread();

    /// <summary>A check of generated code failed. The kernel panics or ends the test case; a program ends. Never returns.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "__managed_failure")]
    internal static extern void Fail(ManagedFailure failure);
}

/// <summary>The checks that generated code makes.</summary>
internal enum ManagedFailure
{
    IndexOutOfRange = 1,
    NullReference,
    DivideByZero,
    Overflow,
    InvalidCast,
    ArrayTypeMismatch,
    Argument,
    ArgumentOutOfRange,
    InvalidOperation,
    NotImplemented,
    PlatformNotSupported,
    FeatureRemoved,
    FailFast,

    /// <summary>An exception was thrown; its type and message have been written.</summary>
    Unhandled,
}
