using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Which type it is, and no more: there is no reflection. Records compare themselves by it.</summary>
public abstract class Type
{
    public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => new RuntimeType(handle);

    public static bool operator ==(Type? left, Type? right) => ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    public static bool operator !=(Type? left, Type? right) => !(left == right);

    public override bool Equals(object? o) => o is RuntimeType other && Unsafe.As<RuntimeType>(this).IsSame(other);

    public override int GetHashCode() => Unsafe.As<RuntimeType>(this).Hash;
}
