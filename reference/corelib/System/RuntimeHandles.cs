#pragma warning disable CS0169, IDE0044 // a layout: nobody reads the fields

namespace System;

// Handles of reflection: ILC's type system wants them to exist; nothing here uses them.
public unsafe struct RuntimeTypeHandle
{
    private readonly nint value;

    internal RuntimeTypeHandle(Internal.Runtime.MethodTable* description) => value = (nint)description;

    internal readonly Internal.Runtime.MethodTable* Description => (Internal.Runtime.MethodTable*)value;
}

public struct RuntimeMethodHandle
{
    private nint value;
}

public struct RuntimeFieldHandle
{
    private nint value;
}
