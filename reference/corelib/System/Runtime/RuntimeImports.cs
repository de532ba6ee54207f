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

    /// <summary>A check of generated code failed. The kernel panics or ends the test case; a program raises the exception. Never returns.</summary>
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
    Unhandled,
}
