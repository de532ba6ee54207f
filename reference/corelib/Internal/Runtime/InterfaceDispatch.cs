using System;
using Internal.Runtime.CompilerHelpers;

namespace Internal.Runtime;

/// <summary>Finds the method that a call through an interface means: from the object's type up, the first with a row for it.</summary>
/// <remarks>Variant interfaces match by identity only, and a body that an interface itself gives is not looked for: such a call ends the program.</remarks>
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

    private static nint Find(MethodTable* type, MethodTable* target, ushort slot)
    {
        for (MethodTable* current = type; current != null; current = current->BaseType)
        {
            DispatchMap* map = MethodTable.Dispatches(current);
            if (map == null)
                continue;
            var row = (DispatchRow*)(map + 1);
            for (int i = 0; i < map->_standardCount; i++, row++)
            {
                if (row->_interfaceSlot == slot && MethodTable.Interface(current, row->_interface) == target)
                {
                    // Numbered within the type that has the row: types below it may have more methods.
                    return row->_method < current->_vtableSlotCount
                        ? MethodTable.VirtualMethod(type, row->_method)
                        : MethodTable.SealedMethod(current, row->_method - current->_vtableSlotCount);
                }
            }
        }

        return 0;
    }
}
