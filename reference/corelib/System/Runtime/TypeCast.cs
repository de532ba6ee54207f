using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System.Runtime;

/// <summary>Casts and stores that need a look at the object's type. Called by generated code; ILC looks the names up.</summary>
/// <remarks>Types of arrays are compared element by element, variant interfaces and delegates by their type arguments.</remarks>
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfClass(MethodTable* target, object? instance) =>
        instance is not null && Inherits(instance.m_pEEType, target) ? instance : null;

    internal static object? CheckCastClass(MethodTable* target, object? instance)
    {
        if (instance is not null && !Inherits(instance.m_pEEType, target))
            ThrowHelpers.ThrowInvalidCastException();
        return instance;
    }

    internal static object? IsInstanceOfInterface(MethodTable* target, object? instance) =>
        instance is not null && Implements(instance.m_pEEType, target) ? instance : null;

    internal static object? CheckCastInterface(MethodTable* target, object? instance)
    {
        if (instance is not null && !Implements(instance.m_pEEType, target))
            ThrowHelpers.ThrowInvalidCastException();
        return instance;
    }

    internal static object? IsInstanceOfAny(MethodTable* target, object? instance) =>
        instance is not null && IsAssignable(instance.m_pEEType, target) ? instance : null;

    internal static object? IsInstanceOfException(MethodTable* target, object? instance) => IsInstanceOfClass(target, instance);

    internal static object? CheckCastAny(MethodTable* target, object? instance)
    {
        if (instance is not null && !IsAssignable(instance.m_pEEType, target))
            ThrowHelpers.ThrowInvalidCastException();
        return instance;
    }

    internal static object? CheckCastClassSpecial(MethodTable* target, object? instance) => CheckCastClass(target, instance);

    /// <summary><c>array[index] = value</c> for an array of references, whose elements may be of a narrower type than the expression says.</summary>
    internal static void StelemRef(object?[] array, nint index, object? value)
    {
        if ((nuint)index >= (uint)array.Length)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        if (value is not null && !IsAssignable(value.m_pEEType, ElementType(array)))
            ThrowHelpers.ThrowArrayTypeMismatchException();
        Element(array, index) = value;
    }

    /// <summary><c>ref array[index]</c>: the elements must be of just that type.</summary>
    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType)
    {
        if ((nuint)index >= (uint)array.Length)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        if (ElementType(array) != elementType)
            ThrowHelpers.ThrowArrayTypeMismatchException();
        return ref Element(array, index);
    }

    private static MethodTable* ElementType(object?[] array) => Unsafe.As<Object>(array).m_pEEType->_relatedType;

    private static ref object? Element(object?[] array, nint index) =>
        ref Unsafe.AddByteOffset(ref RuntimeHelpers.FirstElement(array), index * sizeof(nint));

    private static bool IsAssignable(MethodTable* type, MethodTable* target)
    {
        while (true)
        {
            if (target->IsInterface)
                return Implements(type, target);
            if (!target->IsParameterized)
                return Inherits(type, target);
            if (!type->IsParameterized || type->_baseSize != target->_baseSize)
                return false;
            if (type->_relatedType == target->_relatedType)
                return true;

            // Elements that are references: as the elements, so the arrays. Arrays of values are of one type only.
            if (type->_relatedType->IsValue || target->_relatedType->IsValue)
                return false;
            type = type->_relatedType;
            target = target->_relatedType;
        }
    }

    private static bool Inherits(MethodTable* type, MethodTable* target)
    {
        // An array's own description names its elements' type in the place of the base type; an interface's names none.
        if (type->IsParameterized)
            return type == target || target->IsSystemArray || target->IsSystemObject;
        if (type->IsInterface)
            return type == target || target->IsSystemObject;
        for (MethodTable* current = type; current != null; current = current->BaseType)
        {
            if (current == target)
                return true;
        }

        // Delegates.
        return target->HasVariance && IsVariantOf(type, target, isArray: false);
    }

    private static bool Implements(MethodTable* type, MethodTable* target)
    {
        for (int i = 0; i < type->_interfaceCount; i++)
        {
            if (MethodTable.Interface(type, i) == target)
                return true;
        }

        if (type == target)
            return true;
        if (!MayVary(type, target))
            return false;
        for (int i = 0; i < type->_interfaceCount; i++)
        {
            if (IsVariantOf(MethodTable.Interface(type, i), target, type->IsParameterized))
                return true;
        }

        return IsVariantOf(type, target, isArray: false);
    }

    /// <summary>Whether a type may have an interface by another of its interfaces.</summary>
    internal static bool MayVary(MethodTable* type, MethodTable* target) =>
        target->HasVariance || (type->IsParameterized && target->IsGeneric);

    /// <summary>
    /// Whether one instance of a generic type can stand for another. The interfaces of an array do as the array does, whatever they say
    /// themselves: a <c>string[]</c> is an <c>IList&lt;object&gt;</c>.
    /// </summary>
    internal static bool IsVariantOf(MethodTable* type, MethodTable* target, bool isArray)
    {
        if (!type->IsGeneric || !target->IsGeneric)
            return false;
        MethodTable* definition = MethodTable.GenericDefinition(type);
        if (definition != MethodTable.GenericDefinition(target))
            return false;
        int count = definition->GenericParameterCount;
        for (int i = 0; i < count; i++)
        {
            MethodTable* argument = MethodTable.TypeArgument(type, i, count);
            MethodTable* wanted = MethodTable.TypeArgument(target, i, count);
            if (argument == wanted)
                continue;
            if (argument->IsValue || wanted->IsValue)
                return false;
            bool isAssignable = (isArray ? Variance.Covariant : MethodTable.VarianceOf(definition, i)) switch
            {
                Variance.Covariant => IsAssignable(argument, wanted),
                Variance.Contravariant => IsAssignable(wanted, argument),
                _ => false,
            };
            if (!isAssignable)
                return false;
        }

        return true;
    }
}
