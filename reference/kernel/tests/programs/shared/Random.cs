namespace Merriwig.Tests;

/// <summary>Numbers that look random, and are the same for the same seed: SplitMix64 (Steele, Lea, Flood, 2014).</summary>
internal struct Random(ulong seed)
{
    private ulong state = seed;

    internal ulong Next()
    {
        state += 0x9E37_79B9_7F4A_7C15;
        ulong mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to one less than a bound.</summary>
    internal int Below(int bound) => (int)((Next() >> 33) % (ulong)bound);

    /// <summary>One in so many times.</summary>
    internal bool OneIn(int bound) => Below(bound) == 0;
}
