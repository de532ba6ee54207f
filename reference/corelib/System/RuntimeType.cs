using Internal.Runtime;

namespace System;

/// <summary>A type by its description in the image. ILC makes some at build time, and knows the fields' places.</summary>
internal sealed unsafe class RuntimeType : Type
{
    private readonly MethodTable* description;

#pragma warning disable CS0169, IDE0044, IDE0051 // ILC's layout
    private nint information;
#pragma warning restore CS0169, IDE0044, IDE0051

    internal RuntimeType(RuntimeTypeHandle handle) => description = handle.Description;

    internal int Hash => ((nint)description).GetHashCode();

    internal bool IsSame(RuntimeType other) => description == other.description;
}
