using System;
using System.Runtime.InteropServices;

namespace Merriwig.Memory;

/// <summary>
/// Memory that a program named in a system call: a claim, until it is checked. A span from here is memory of the program's own that can be read or
/// written without a fault for as long as the system call lasts, because nothing else runs meanwhile.
/// </summary>
internal static unsafe class UserMemory
{
    private const ulong ReadFault = 0;
    private const ulong WriteFault = 1 << 1;

    /// <summary>Memory that the kernel reads.</summary>
    /// <param name="space">The program's address space, which is in use.</param>
    /// <param name="address">Where it starts.</param>
    /// <param name="length">Its bytes; at most <see cref="int.MaxValue"/>.</param>
    /// <param name="bytes">The memory.</param>
    /// <returns>False when a part of it is not the program's, or when there is no memory for a page on demand.</returns>
    internal static bool TryRead(ref AddressSpace space, ulong address, ulong length, out ReadOnlySpan<byte> bytes)
    {
        bool valid = TryCheck(ref space, address, length, ReadFault);
        bytes = valid ? MemoryMarshal.CreateReadOnlySpan(ref *(byte*)address, (int)length) : default;
        return valid;
    }

    /// <summary>Memory that the kernel writes.</summary>
    /// <inheritdoc cref="TryRead"/>
    internal static bool TryWrite(ref AddressSpace space, ulong address, ulong length, out Span<byte> bytes)
    {
        bool valid = TryCheck(ref space, address, length, WriteFault);
        bytes = valid ? MemoryMarshal.CreateSpan(ref *(byte*)address, (int)length) : default;
        return valid;
    }

    private static bool TryCheck(ref AddressSpace space, ulong address, ulong length, ulong access)
    {
        if (length == 0)
            return true;
        if (length > int.MaxValue || address >= UserLayout.HalfEnd || length > UserLayout.HalfEnd - address)
            return false;
        ulong needed = PageTableEntry.Present | PageTableEntry.User | (access == WriteFault ? PageTableEntry.Writable : 0);
        for (ulong page = address & ~0xFFFul; page < address + length; page += FrameMap.FrameSize)
        {
            // Tables of the lower half allow everything, so the page's own entry decides.
            PageTableEntry* entry = space.Find(page, out int level);
            if (level == 1 && entry->Has(needed))
                continue;
            if (!OnDemandMemory.TryResolve(ref space, page, access))
                return false;
        }

        return true;
    }
}
