using System;
using System.Diagnostics.CodeAnalysis;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Where generated code goes when a check fails. ILC looks the names up.</summary>
internal static class ThrowHelpers
{
    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => Fail(ManagedFailure.IndexOutOfRange);

    [DoesNotReturn]
    internal static void ThrowNullReferenceException() => Fail(ManagedFailure.NullReference);

    [DoesNotReturn]
    internal static void ThrowDivideByZeroException() => Fail(ManagedFailure.DivideByZero);

    [DoesNotReturn]
    internal static void ThrowOverflowException() => Fail(ManagedFailure.Overflow);

    [DoesNotReturn]
    internal static void ThrowInvalidCastException() => Fail(ManagedFailure.InvalidCast);

    [DoesNotReturn]
    internal static void ThrowArrayTypeMismatchException() => Fail(ManagedFailure.ArrayTypeMismatch);

    [DoesNotReturn]
    internal static void ThrowArgumentException() => Fail(ManagedFailure.Argument);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() => Fail(ManagedFailure.ArgumentOutOfRange);

    [DoesNotReturn]
    internal static void ThrowInvalidOperationException() => Fail(ManagedFailure.InvalidOperation);

    [DoesNotReturn]
    internal static void ThrowNotImplementedException() => Fail(ManagedFailure.NotImplemented);

    /// <summary>Inline arrays have no equality of their own.</summary>
    [DoesNotReturn]
    internal static void ThrowNotSupportedInlineArrayEqualsGetHashCode() => Fail(ManagedFailure.PlatformNotSupported);

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() => Fail(ManagedFailure.PlatformNotSupported);

    [DoesNotReturn]
    internal static void ThrowFeatureBodyRemoved() => Fail(ManagedFailure.FeatureRemoved);

    [DoesNotReturn]
    private static void Fail(ManagedFailure failure)
    {
        while (true)
            RuntimeImports.Fail(failure);
    }
}
