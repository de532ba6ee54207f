namespace Merriwig.Memory;

/// <summary>What became of a frame that was given back.</summary>
internal enum FreeResult
{
    /// <summary>It is available again.</summary>
    Freed,

    /// <summary>It is available already: freed twice, or never allocated. Nothing changed.</summary>
    NotInUse,

    /// <summary>No frame of the allocator starts at the address. Nothing changed.</summary>
    NotManaged,
}
