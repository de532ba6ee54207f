using System.Collections.Generic;

namespace System;

/// <summary>
/// Pseudo-random numbers. With a seed the very sequence of .NET: Knuth's subtractive generator (The Art of Computer Programming, 3.2.2), as
/// .NET has always had it. Without one xoshiro256** by Blackman and Vigna, seeded from the time stamp.
/// </summary>
public class Random
{
    private const int Size = 56;
    private const int Lag = 21;
    private const int SeedBase = 161803398;

    private readonly int[]? lagged;
    private int next;
    private int nextLagged = Lag;
    private ulong s0, s1, s2, s3;

    public Random()
    {
        // Splitmix64 fills the state, as the generator's authors advise.
        ulong seed = Euralios.Std.Clock.TimeStamp;
        s0 = Split(ref seed);
        s1 = Split(ref seed);
        s2 = Split(ref seed);
        s3 = Split(ref seed);
    }

    public Random(int Seed)
    {
        lagged = new int[Size];
        int value = SeedBase - (Seed == int.MinValue ? int.MaxValue : Math.Abs(Seed));
        lagged[Size - 1] = value;
        int other = 1;
        for (int i = 1; i < Size - 1; i++)
        {
            int place = Lag * i % (Size - 1);
            lagged[place] = other;
            other = value - other;
            if (other < 0)
                other += int.MaxValue;
            value = lagged[place];
        }

        for (int round = 1; round < 5; round++)
        {
            for (int i = 1; i < Size; i++)
            {
                lagged[i] -= lagged[1 + ((i + 30) % (Size - 1))];
                if (lagged[i] < 0)
                    lagged[i] += int.MaxValue;
            }
        }
    }

    public static Random Shared { get; } = new();

    public virtual int Next()
    {
        if (lagged is not null)
            return NextLagged();
        while (true)
        {
            // 31 bits, and not the largest number.
            ulong bits = NextBits() >> 33;
            if (bits != int.MaxValue)
                return (int)bits;
        }
    }

    public virtual int Next(int maxValue)
    {
        if (maxValue < 0)
            throw new ArgumentOutOfRangeException(nameof(maxValue), "'maxValue' must be greater than zero.");
        return lagged is not null ? (int)(Sample() * maxValue) : (int)Below((uint)maxValue);
    }

    public virtual int Next(int minValue, int maxValue)
    {
        if (minValue > maxValue)
            throw new ArgumentOutOfRangeException(nameof(minValue), "'minValue' cannot be greater than maxValue.");
        long range = (long)maxValue - minValue;
        if (lagged is null)
            return (int)((long)Below((ulong)range) + minValue);
        return range <= int.MaxValue ? (int)(Sample() * range) + minValue : (int)((long)(SampleOfLargeRange() * range) + minValue);
    }

    public virtual long NextInt64() => NextInt64(long.MaxValue);

    public virtual long NextInt64(long maxValue) => NextInt64(0, maxValue);

    public virtual long NextInt64(long minValue, long maxValue)
    {
        if (minValue > maxValue)
            throw new ArgumentOutOfRangeException(nameof(minValue), "'minValue' cannot be greater than maxValue.");
        ulong range = (ulong)(maxValue - minValue);
        return (long)(lagged is null ? Below(range) : BelowByBits(range)) + minValue;
    }

    /// <summary>From 0 on, below 1.</summary>
    public virtual double NextDouble() => lagged is not null ? Sample() : (NextBits() >> 11) * (1.0 / (1ul << 53));

    public virtual void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public virtual void NextBytes(Span<byte> buffer)
    {
        foreach (ref byte value in buffer)
            value = (byte)(lagged is not null ? NextLagged() : (int)(NextBits() >> 56));
    }

    public void Shuffle<T>(T[] values) => Shuffle(values.AsSpan());

    public void Shuffle<T>(Span<T> values)
    {
        for (int i = 0; i < values.Length - 1; i++)
        {
            int j = Next(i, values.Length);
            if (j != i)
                (values[i], values[j]) = (values[j], values[i]);
        }
    }

    protected virtual double Sample() => lagged is not null ? NextLagged() * (1.0 / int.MaxValue) : NextDouble();

    private double SampleOfLargeRange()
    {
        int result = NextLagged();
        if (NextLagged() % 2 == 0)
            result = -result;
        return (result + (double)(int.MaxValue - 1)) / ((2 * (uint)int.MaxValue) - 1);
    }

    private int NextLagged()
    {
        if (++next >= Size)
            next = 1;
        if (++nextLagged >= Size)
            nextLagged = 1;
        int value = lagged![next] - lagged[nextLagged];
        if (value == int.MaxValue)
            value--;
        if (value < 0)
            value += int.MaxValue;
        lagged[next] = value;
        return value;
    }

    /// <summary>.NET's way from the old generator to 64 bits: as many bits as the range needs, until they are within it.</summary>
    private ulong BelowByBits(ulong range)
    {
        if (range <= 1)
            return 0;
        int bits = 64 - System.Numerics.BitOperations.LeadingZeroCount(range - 1);
        while (true)
        {
            ulong result = BitsOfLagged() >> (64 - bits);
            if (result < range)
                return result;
        }
    }

    /// <summary>22, 22 and 20 bits of three numbers.</summary>
    private ulong BitsOfLagged() =>
        (uint)Next(1 << 22) | ((ulong)(uint)Next(1 << 22) << 22) | ((ulong)(uint)Next(1 << 20) << 44);

    /// <summary>Numbers beyond the largest multiple of the range would make some results likelier.</summary>
    private ulong Below(ulong range)
    {
        if (range <= 1)
            return 0;
        ulong unfair = (0 - range) % range;
        while (true)
        {
            ulong bits = NextBits();
            if (bits >= unfair)
                return bits % range;
        }
    }

    private ulong NextBits()
    {
        ulong result = System.Numerics.BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = System.Numerics.BitOperations.RotateLeft(s3, 45);
        return result;
    }

    private static ulong Split(ref ulong seed)
    {
        seed += 0x9E37_79B9_7F4A_7C15;
        ulong mixed = (seed ^ (seed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
