using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>There is no reflection, so a value's text is its number.</summary>
public abstract unsafe class Enum : ValueType, IComparable
{
    // ILC's numbers of the underlying types: sbyte, byte, short, ushort, int, uint, long, ulong from here on; the signed ones are even.
    private const uint FirstElement = 4;

    private bool IsSigned => (m_pEEType->ElementType - FirstElement) % 2 == 0;

    public override string ToString() => IsSigned ? Value().ToString() : ((ulong)Value()).ToString();

    public override bool Equals(object? obj) =>
        obj is not null && obj.m_pEEType == m_pEEType && Value() == Unsafe.As<Enum>(obj).Value();

    public override int GetHashCode() => m_pEEType->ValueSize == sizeof(long) ? Value().GetHashCode() : (int)Value();

    public int CompareTo(object? target)
    {
        if (target is null)
            return 1;
        if (target.m_pEEType != m_pEEType)
            throw new ArgumentException("Object must be the same type as the enum.");
        long other = Unsafe.As<Enum>(target).Value();
        return IsSigned ? Value().CompareTo(other) : ((ulong)Value()).CompareTo((ulong)other);
    }

    public bool HasFlag(Enum flag) => (Value() & flag.Value()) == flag.Value();

    private long Value()
    {
        ref byte contents = ref RuntimeHelpers.Contents(this);
        return m_pEEType->ValueSize switch
        {
            1 => IsSigned ? Unsafe.As<byte, sbyte>(ref contents) : contents,
            2 => IsSigned ? Unsafe.As<byte, short>(ref contents) : Unsafe.As<byte, ushort>(ref contents),
            4 => IsSigned ? Unsafe.As<byte, int>(ref contents) : Unsafe.As<byte, uint>(ref contents),
            _ => Unsafe.As<byte, long>(ref contents),
        };
    }
}
