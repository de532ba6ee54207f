namespace Merriwig.Memory;

/// <summary>What a frame is to the allocator: one byte a frame, so that a wrong free is found out in constant time.</summary>
internal enum FrameState : byte
{
    /// <summary>Not the allocator's: a hole between regions, the image, the bitmaps themselves.</summary>
    NotManaged,

    /// <summary>In the tree or in the cache.</summary>
    Available,

    /// <summary>Handed out.</summary>
    InUse,
}
