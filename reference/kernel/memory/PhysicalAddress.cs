namespace Merriwig.Memory;

/// <summary>A place in physical memory. Holding one says nothing about whether memory is there.</summary>
internal readonly struct PhysicalAddress(ulong value)
{
    /// <summary>The address as a number.</summary>
    internal ulong Value { get; } = value;

    /// <summary>The first byte of a frame.</summary>
    internal static PhysicalAddress OfFrame(uint frame) => new((ulong)frame * FrameMap.FrameSize);
}
