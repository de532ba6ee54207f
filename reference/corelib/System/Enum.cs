using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>There is no reflection, so a value's text is its number.</summary>
public abstract unsafe class Enum : ValueType
{
    // ILC's numbers of the underlying types: sbyte, byte, short, ushort, int, uint, long, ulong from here on; the signed ones are even.
    private const uint FirstElement = 4;

    public override string ToString()
    {
        MethodTable* type = _methodTable;
        ref byte contents = ref RuntimeHelpers.Contents(this);
        bool isSigned = (type->ElementType - FirstElement) % 2 == 0;
        long value = type->ValueSize switch
        {
            1 => isSigned ? Unsafe.As<byte, sbyte>(ref contents) : contents,
            2 => isSigned ? Unsafe.As<byte, short>(ref contents) : Unsafe.As<byte, ushort>(ref contents),
            4 => isSigned ? Unsafe.As<byte, int>(ref contents) : Unsafe.As<byte, uint>(ref contents),
            _ => Unsafe.As<byte, long>(ref contents),
        };
        return isSigned ? value.ToString() : ((ulong)value).ToString();
    }
}
