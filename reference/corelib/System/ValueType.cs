using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of structs, which are equal where their fields are.</summary>
public abstract unsafe class ValueType
{
    private const int WholeContents = -1;

    /// <summary>
    /// ILC overrides this in structs whose bytes do not tell whether they are equal: for an index the field's offset and type, for a negative
    /// one how many fields there are. In the others the bytes are compared.
    /// </summary>
    internal virtual int __GetFieldHelper(int index, out MethodTable* type)
    {
        type = null;
        return WholeContents;
    }

    public override bool Equals(object? obj)
    {
        if (obj is null || obj.m_pEEType != m_pEEType)
            return false;
        ref byte mine = ref RuntimeHelpers.Contents(this);
        ref byte theirs = ref RuntimeHelpers.Contents(obj);
        int count = __GetFieldHelper(-1, out _);
        if (count == WholeContents)
        {
            int size = (int)m_pEEType->ValueSize;
            return new ReadOnlySpan<byte>(ref mine, size).SequenceEqual(new ReadOnlySpan<byte>(ref theirs, size));
        }

        for (int i = 0; i < count; i++)
        {
            int offset = __GetFieldHelper(i, out MethodTable* type);
            if (!Equals(Field(type, ref mine, offset), Field(type, ref theirs, offset)))
                return false;
        }

        return true;
    }

    public override int GetHashCode()
    {
        uint hash = 0;
        ref byte mine = ref RuntimeHelpers.Contents(this);
        int count = __GetFieldHelper(-1, out _);
        if (count == WholeContents)
        {
            foreach (byte part in new ReadOnlySpan<byte>(ref mine, (int)m_pEEType->ValueSize))
                hash = (hash * 31) + part;
        }

        for (int i = 0; i < count; i++)
        {
            int offset = __GetFieldHelper(i, out MethodTable* type);
            hash = (hash * 31) + (uint)(Field(type, ref mine, offset)?.GetHashCode() ?? 0);
        }

        return (int)hash;
    }

    public override string? ToString() => "";

    private static object? Field(MethodTable* type, ref byte contents, int offset)
    {
        ref byte field = ref Unsafe.AddByteOffset(ref contents, offset);
        return type->IsValue ? Runtime.RuntimeExports.RhBox(type, ref field) : Unsafe.As<byte, object?>(ref field);
    }
}
