namespace Merriwig.Ipc;

/// <summary>What an item of a message is.</summary>
internal enum ItemKind : byte
{
    /// <summary>A number.</summary>
    Value = 0,

    /// <summary>A reference to a rendezvous: in registers a handle, in the kernel the rendezvous' number.</summary>
    Rendezvous = 1,

    /// <summary>A chunk of memory: in registers an address in it, in the kernel the physical address of its page table.</summary>
    Memory = 2,

    /// <summary>An item that could not be delivered; its value is the error.</summary>
    Error = 3,
}

/// <summary>
/// A message on its way: a tag and two items. What it carries belongs to it: a reference to a rendezvous is counted, and a chunk is in nobody's
/// address space.
/// </summary>
internal struct Message
{
    /// <summary>The tag, always a value.</summary>
    internal ulong Tag;

    /// <summary>The first item.</summary>
    internal ulong First;

    /// <summary>The second item.</summary>
    internal ulong Second;

    /// <summary>What the first item is.</summary>
    internal ItemKind FirstKind;

    /// <summary>What the second item is.</summary>
    internal ItemKind SecondKind;

    /// <summary>A message of three values.</summary>
    internal static Message Short(ulong tag, ulong first, ulong second) => new() { Tag = tag, First = first, Second = second };
}
