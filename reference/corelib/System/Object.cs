using Internal.Runtime;

namespace System;

/// <summary>The base of every type.</summary>
public unsafe class Object
{
    // ILC's layout: the method table pointer is the first and only field.
    internal MethodTable* _methodTable;

    public Object()
    {
    }

    public virtual bool Equals(object? obj) => ReferenceEquals(this, obj);

    public virtual int GetHashCode() => 0;

    public virtual string? ToString() => "";

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
