namespace Merriwig.Lab;

/// <summary>Seeded numbers: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). The same on host and guest.</summary>
internal struct RandomSource(ulong seed)
{
    private ulong state = seed;

    /// <summary>64 random bits.</summary>
    internal ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        ulong bits = state;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number from 0 to before <paramref name="end"/>, which is at least 1.</summary>
    internal uint Below(uint end) => (uint)(((Next() >> 32) * end) >> 32);

    /// <summary>An independent source, the same one for the same number.</summary>
    internal readonly RandomSource Fork(uint number)
    {
        var mixer = new RandomSource(state ^ ((ulong)number << 32));
        return new RandomSource(mixer.Next());
    }
}
