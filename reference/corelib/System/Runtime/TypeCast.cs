using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime;

/// <summary>Casts and stores that need a look at the object's type. Called by generated code; ILC looks the names up.</summary>
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfClass(MethodTable* target, object? instance)
    {
        if (instance is null)
            return null;
        for (MethodTable* type = instance._methodTable; type != null; type = type->_relatedType)
        {
            if (type == target)
                return instance;
        }

        return null;
    }

    internal static object? CheckCastClass(MethodTable* target, object? instance)
    {
        if (instance is not null && IsInstanceOfClass(target, instance) is null)
            ThrowHelpers.ThrowInvalidCastException();
        return instance;
    }

    internal static object? IsInstanceOfAny(MethodTable* target, object? instance) => IsInstanceOfClass(target, instance);

    internal static object? IsInstanceOfException(MethodTable* target, object? instance) => IsInstanceOfClass(target, instance);

    internal static object? CheckCastAny(MethodTable* target, object? instance) => CheckCastClass(target, instance);

    internal static object? CheckCastClassSpecial(MethodTable* target, object? instance) => CheckCastClass(target, instance);

    // Interface maps belong to the programs' runtime; the kernel has no interface casts (an object test says so).
    internal static object? IsInstanceOfInterface(MethodTable* target, object? instance)
    {
        ThrowHelpers.ThrowPlatformNotSupportedException();
        return null;
    }

    internal static object? CheckCastInterface(MethodTable* target, object? instance) => IsInstanceOfInterface(target, instance);

    internal static void StelemRef(object?[] array, nint index, object? value) => array[index] = value;
}
