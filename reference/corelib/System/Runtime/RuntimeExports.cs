using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime;

/// <summary>Values as objects and back, where generated code does not do it in place. ILC looks the names up.</summary>
internal static unsafe class RuntimeExports
{
    /// <summary>A value as an object: a copy on the heap; null for a nullable without a value.</summary>
    internal static object? RhBox(MethodTable* type, ref byte value)
    {
        if (type->IsNullable)
        {
            if (value == 0)
                return null;
            value = ref Unsafe.AddByteOffset(ref value, type->NullableValueOffset);
            type = MethodTable.TypeArgument(type);
        }

        object box = RuntimeImports.NewObject(type);
        SpanHelpers.Memmove(ref Contents(box), ref value, type->ValueSize);
        return box;
    }

    /// <summary>Where the value in a box is. Called when the box is not of just that type: of an enum's underlying type it may be all the same.</summary>
    internal static ref byte RhUnbox2(MethodTable* type, object box)
    {
        if (box is null)
            ThrowHelpers.ThrowNullReferenceException();
        RhUnboxTypeTest(type, box!.m_pEEType);
        return ref Contents(box);
    }

    /// <summary>Ends the program unless a box of one type can be taken for the other.</summary>
    internal static void RhUnboxTypeTest(MethodTable* type, MethodTable* boxType)
    {
        if (type != boxType && !type->HasSameValues(boxType))
            ThrowHelpers.ThrowInvalidCastException();
    }

    /// <summary>An object, or null, as a nullable value.</summary>
    internal static void RhUnboxNullable(ref byte destination, MethodTable* type, object? box)
    {
        destination = box is null ? (byte)0 : (byte)1;
        if (box is null)
            return;
        MethodTable* inner = MethodTable.TypeArgument(type);
        RhUnboxTypeTest(inner, box.m_pEEType);
        SpanHelpers.Memmove(ref Unsafe.AddByteOffset(ref destination, type->NullableValueOffset), ref Contents(box), inner->ValueSize);
    }

    private static ref byte Contents(object box) => ref RuntimeHelpers.Contents(box);
}
