namespace Merriwig.Memory;

/// <summary>Stacks of a process's threads: a slot each, on demand, with nothing mapped below it.</summary>
internal static unsafe class ThreadStacks
{
    private const int Pages = (int)(UserLayout.StackSize / FrameMap.FrameSize);

    /// <summary>Makes the stack of a slot that has none.</summary>
    /// <returns>False when there is no memory for its table.</returns>
    internal static bool TryCreate(ref AddressSpace space, int slot)
    {
        PageTableEntry* first = space.Reach(UserLayout.StackTop(slot) - UserLayout.StackSize);
        if (first == null)
            return false;
        PhysicalWindow.Fill(first, PageTableEntry.OnDemand, Pages);
        return true;
    }

    /// <summary>Gives a slot's stack back.</summary>
    internal static void Remove(ref AddressSpace space, int slot)
    {
        ulong bottom = UserLayout.StackTop(slot) - UserLayout.StackSize;
        space.RemovePages(space.Find(bottom, out _), Pages);
        if (!space.IsLoaded)
            return;
        for (int page = 0; page < Pages; page++)
            space.Flush(bottom + ((ulong)page * FrameMap.FrameSize));
    }
}
