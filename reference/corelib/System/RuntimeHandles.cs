#pragma warning disable CS0169, IDE0044 // a layout: nobody reads the fields

namespace System;

// Handles of reflection: ILC's type system wants them to exist; nothing here uses them.
public struct RuntimeTypeHandle
{
    private nint value;
}

public struct RuntimeMethodHandle
{
    private nint value;
}

public struct RuntimeFieldHandle
{
    private nint value;
}
