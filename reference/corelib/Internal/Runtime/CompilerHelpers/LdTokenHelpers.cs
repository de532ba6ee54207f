using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Handles of what metadata names. ILC looks the names up.</summary>
internal static unsafe class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(MethodTable* type) => new(type);

    private static Type GetRuntimeType(MethodTable* type) => Type.GetTypeFromHandle(new RuntimeTypeHandle(type));

    /// <summary>Of no use: the JIT takes tables of constants by it, and leaves no call.</summary>
    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint handle) => default;
}
