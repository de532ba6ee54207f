using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>ILC's description of a type, as it lies in the image.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    /// <summary>Bit 31: the low 16 bits hold the component size of an array or string.</summary>
    internal uint _flags;

    /// <summary>Bytes of an object without its components, the 8-byte header included.</summary>
    internal uint _baseSize;

    /// <summary>The base type; for an array its element type.</summary>
    internal MethodTable* _relatedType;
    internal ushort _vtableSlotCount;
    internal ushort _interfaceCount;
    internal uint _hashCode;
}
