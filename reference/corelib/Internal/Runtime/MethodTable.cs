using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>
/// ILC's description of a type, as it lies in the image. After these fields follow the virtual methods' addresses, the interfaces' method
/// tables, and a row of distances of 4 bytes, each from its own place: type manager, writable data, then what the flags announce.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct MethodTable
{
    private const uint ParameterizedKind = 0x0002_0000;
    private const uint KindMask = 0x0003_0000;
    private const uint HasDispatchMap = 0x0004_0000;
    private const uint HasFinalizer = 0x0010_0000;
    private const uint HasSealedMethods = 0x0040_0000;
    private const uint HasVarianceFlag = 0x0080_0000;
    private const uint IsGenericFlag = 0x0200_0000;
    private const int ElementTypeShift = 26;
    private const uint ElementTypeMask = 0x1F;
    private const uint StructElement = 0x10; // those of primitives, and of enums by their underlying type, are lower
    private const uint ClassElement = 0x14; // those of values are lower
    private const uint InterfaceElement = 0x15;
    private const uint SystemArrayElement = 0x16;
    private const uint NullableElement = 0x12;

    // The low bits of a value's flags: by how much a box is longer than the value, and where a nullable value is.
    private const int PaddingShift = 5;
    private const int ValueOffsetShift = 8;
    private const uint LowMask = 7;

    /// <summary>An object's header and method table, and what a box has beside its value.</summary>
    private const uint ObjectOverhead = 16;

    /// <summary>Bit 31: the low 16 bits hold the component size of an array or string.</summary>
    internal uint _flags;

    /// <summary>Bytes of an object without its components, the 8-byte header included.</summary>
    internal uint _baseSize;

    /// <summary>The base type; for an array its element type.</summary>
    internal MethodTable* _relatedType;
    internal ushort _vtableSlotCount;
    internal ushort _interfaceCount;
    internal uint _hashCode;

    /// <summary>Bytes of one component of an array or string.</summary>
    internal readonly uint ComponentSize => _flags & 0xFFFF;

    /// <summary>An array, or a pointer: its related type is the element's.</summary>
    internal readonly bool IsParameterized => (_flags & KindMask) == ParameterizedKind;

    internal readonly bool IsInterface => ElementType == InterfaceElement;

    /// <summary>A struct, an enum or a primitive: boxed, where an object is of it.</summary>
    internal readonly bool IsValue => ElementType < ClassElement;

    /// <summary><c>System.Array</c> itself.</summary>
    internal readonly bool IsSystemArray => ElementType == SystemArrayElement;

    /// <summary><c>System.Object</c> itself.</summary>
    internal readonly bool IsSystemObject => ElementType == ClassElement && _relatedType == null;

    /// <summary>The type that this one inherits from, or null.</summary>
    internal readonly MethodTable* BaseType => IsParameterized ? null : _relatedType;

    /// <summary><c>Nullable&lt;T&gt;</c>.</summary>
    internal readonly bool IsNullable => ElementType == NullableElement;

    /// <summary>Bytes of a value of this type.</summary>
    internal readonly uint ValueSize => _baseSize - ObjectOverhead - ((_flags >> PaddingShift) & LowMask);

    /// <summary>Where the value of a nullable begins; its first byte is the flag.</summary>
    internal readonly int NullableValueOffset => 1 << (int)((_flags >> ValueOffsetShift) & LowMask);

    /// <summary>Whether a box of the other type holds what this type's value is: an enum and its underlying type.</summary>
    internal readonly bool HasSameValues(MethodTable* other) => ElementType == other->ElementType && ElementType < StructElement;

    /// <summary>An instance of a generic type.</summary>
    internal readonly bool IsGeneric => (_flags & IsGenericFlag) != 0;

    /// <summary>A generic type with <c>in</c> or <c>out</c> before a type parameter.</summary>
    internal readonly bool HasVariance => (_flags & HasVarianceFlag) != 0;

    /// <summary>Of a definition: how many type parameters it has.</summary>
    internal readonly int GenericParameterCount => (int)ComponentSize;

    /// <summary>What kind of type it is; of a primitive or an enum, which primitive.</summary>
    internal readonly uint ElementType => (_flags >> ElementTypeShift) & ElementTypeMask;

    /// <summary>The address of a virtual method.</summary>
    internal static nint VirtualMethod(MethodTable* type, int slot) => VirtualMethods(type)[slot];

    /// <summary>An interface that the type has.</summary>
    internal static MethodTable* Interface(MethodTable* type, int index) => ((MethodTable**)(VirtualMethods(type) + type->_vtableSlotCount))[index];

    /// <summary>Which methods stand for which interfaces', or null.</summary>
    internal static DispatchMap* Dispatches(MethodTable* type) =>
        (type->_flags & HasDispatchMap) == 0 ? null : (DispatchMap*)Target(Distances(type) + 2);

    /// <summary>The address of a virtual method that no type overrides, which is in a table of its own; 0 where there is none.</summary>
    internal static nint SealedMethod(MethodTable* type, int index)
    {
        if ((type->_flags & HasSealedMethods) == 0)
            return 0;
        var table = (int*)Target(Distances(type) + 2 + Count(type, HasDispatchMap | HasFinalizer));
        return (nint)Target(table + index);
    }

    /// <summary>The one type argument of a generic type.</summary>
    internal static MethodTable* TypeArgument(MethodTable* type) => (MethodTable*)Target(GenericDistances(type) + 1);

    /// <summary>One of so many type arguments of a generic type.</summary>
    internal static MethodTable* TypeArgument(MethodTable* type, int index, int count) =>
        count == 1 ? TypeArgument(type) : (MethodTable*)Target((int*)Target(GenericDistances(type) + 1) + index);

    /// <summary>What a generic type is an instance of.</summary>
    internal static MethodTable* GenericDefinition(MethodTable* type) => (MethodTable*)Target(GenericDistances(type));

    /// <summary>Of a definition: whether a type argument may stand for its base types, or for types derived from it.</summary>
    internal static Variance VarianceOf(MethodTable* definition, int index) =>
        definition->HasVariance ? ((Variance*)Target(GenericDistances(definition)))[index] : Variance.None;

    /// <summary>The definition and the type arguments of a generic type; in a definition, the variances.</summary>
    private static int* GenericDistances(MethodTable* type) =>
        Distances(type) + 2 + Count(type, HasDispatchMap | HasFinalizer | HasSealedMethods);

    /// <summary>A type's description. ILC supplies the body, and uses the method by name in its own ones.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern MethodTable* Of<T>();

    /// <summary>How many of some flags are set.</summary>
    private static int Count(MethodTable* type, uint flags) => System.Numerics.BitOperations.PopCount(type->_flags & flags);

    private static nint* VirtualMethods(MethodTable* type) => (nint*)(type + 1);

    private static int* Distances(MethodTable* type) => (int*)(VirtualMethods(type) + type->_vtableSlotCount + type->_interfaceCount);

    private static void* Target(int* distance) => (byte*)distance + *distance;
}

/// <summary>What a type argument may stand for beside itself.</summary>
internal enum Variance : byte
{
    None = 0,

    /// <summary><c>out</c>: its base types.</summary>
    Covariant = 1,

    /// <summary><c>in</c>: types derived from it.</summary>
    Contravariant = 2,
}

/// <summary>Rows of <see cref="DispatchRow"/>, which follow these counts.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DispatchMap
{
    /// <summary>Rows for methods that the type itself has: the first ones.</summary>
    internal ushort _standardCount;

    /// <summary>Rows for bodies that are the interface's own.</summary>
    internal ushort _defaultCount;
    internal ushort _standardStaticCount;
    internal ushort _defaultStaticCount;
}

/// <summary>One method of an interface.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DispatchRow
{
    /// <summary>Which of the type's interfaces.</summary>
    internal ushort _interface;

    /// <summary>Which of its methods.</summary>
    internal ushort _interfaceSlot;

    /// <summary>The method that is called: a virtual method, or from the number of those up a sealed one.</summary>
    internal ushort _method;
}
