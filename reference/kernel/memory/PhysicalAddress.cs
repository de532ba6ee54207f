namespace Merriwig.Memory;

/// <summary>A place in physical memory. Holding one says nothing about whether memory is there.</summary>
internal readonly struct PhysicalAddress(ulong value)
{
    /// <summary>The address as a number.</summary>
    internal ulong Value { get; } = value;

    public static bool operator ==(PhysicalAddress left, PhysicalAddress right) => left.Value == right.Value;

    public static bool operator !=(PhysicalAddress left, PhysicalAddress right) => left.Value != right.Value;

    public override bool Equals(object? other) => other is PhysicalAddress address && address == this;

    public override int GetHashCode() => (int)(Value >> 12);
}
