using System;

namespace Merriwig.Boot;

/// <summary>Checks that the compiler puts into C# code, by name, when they fail.</summary>
internal static class FailedChecks
{
    /// <summary>The name in a report.</summary>
    internal static string NameOf(ManagedFailure failure) => failure switch
    {
        ManagedFailure.IndexOutOfRange => "INDEX OUT OF RANGE",
        ManagedFailure.NullReference => "NULL REFERENCE",
        ManagedFailure.DivideByZero => "DIVIDE BY ZERO",
        ManagedFailure.Overflow => "OVERFLOW",
        ManagedFailure.InvalidCast => "INVALID CAST",
        ManagedFailure.Argument or ManagedFailure.ArgumentOutOfRange => "ARGUMENT OUT OF RANGE",
        ManagedFailure.Unhandled => "UNHANDLED EXCEPTION",
        _ => "FAILED CHECK",
    };
}
