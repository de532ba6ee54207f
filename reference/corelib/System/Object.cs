using Internal.Runtime;

namespace System;

/// <summary>The base of every type.</summary>
public unsafe class Object
{
    // ILC's layout and name: the method table pointer is the first and only field.
    internal MethodTable* m_pEEType;

    public Object()
    {
    }

    public virtual bool Equals(object? obj) => ReferenceEquals(this, obj);

    public static bool Equals(object? objA, object? objB) => ReferenceEquals(objA, objB) || (objA is not null && objB is not null && objA.Equals(objB));

    /// <summary>Which type it is; the type has no name.</summary>
    public Type GetType() => Type.GetTypeFromHandle(new RuntimeTypeHandle(m_pEEType));

    public virtual int GetHashCode() => Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Types have no names here, so an object without a text of its own has an empty one.</summary>
    public virtual string? ToString() => "";

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;
}
