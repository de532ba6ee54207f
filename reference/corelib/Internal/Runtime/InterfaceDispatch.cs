using System;
using System.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace Internal.Runtime;

/// <summary>Finds the method that a call through an interface means: from the object's type up, the first with a row for it.</summary>
internal static unsafe class InterfaceDispatch
{
    // A cell begins as the distance to the interface, with these bits set.
    private const nint PointerBits = 3;

    /// <summary>The address of the method.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="cell">The call's cell: two words. Cells of one interface's method follow each other, up to one with no target and the method's slot.</param>
    internal static nint Resolve(MethodTable* type, nint* cell)
    {
        int* distance = (int*)(cell + 1);
        var target = (MethodTable*)((byte*)distance + (*distance & ~(int)PointerBits));
        nint* end = cell;
        while (end[0] != 0)
            end += 2;
        nint method = Find(type, target, (ushort)end[1]);
        if (method == 0)
            ThrowHelpers.ThrowPlatformNotSupportedException();
        return method;
    }

    /// <summary>A body of the type's own, then one that suits by variance, then the interface's own body.</summary>
    private static nint Find(MethodTable* type, MethodTable* target, ushort slot)
    {
        nint method = Find(type, target, slot, varies: false, isDefault: false);
        if (method == 0 && TypeCast.MayVary(type, target))
            method = Find(type, target, slot, varies: true, isDefault: false);
        return method != 0 ? method : Find(type, target, slot, varies: false, isDefault: true);
    }

    private static nint Find(MethodTable* type, MethodTable* target, ushort slot, bool varies, bool isDefault)
    {
        for (MethodTable* current = type; current != null; current = current->BaseType)
        {
            DispatchMap* map = MethodTable.Dispatches(current);
            if (map == null)
                continue;
            var row = (DispatchRow*)(map + 1);
            DispatchRow* end = row + map->_standardCount;
            if (isDefault)
            {
                row = end;
                end += map->_defaultCount;
            }

            for (; row < end; row++)
            {
                if (row->_interfaceSlot != slot)
                    continue;
                MethodTable* candidate = MethodTable.Interface(current, row->_interface);
                if (varies ? !TypeCast.IsVariantOf(candidate, target, type->IsParameterized) : candidate != target)
                    continue;

                // Numbered within the type that has the row: types below it may have more methods.
                return row->_method < current->_vtableSlotCount
                    ? MethodTable.VirtualMethod(type, row->_method)
                    : MethodTable.SealedMethod(current, row->_method - current->_vtableSlotCount);
            }
        }

        return 0;
    }
}
