using System;
using System.Security.Cryptography;
using Euralios.Net.Wire;

namespace Euralios.Net;

/// <summary>
/// Numbers that a peer cannot guess (RFC 4086): identifiers, ports, initial sequence numbers, jitter. They are SHA-256 of a secret and a counter, so
/// they are exactly as hard to guess as the seed, and the same seed gives the same numbers.
/// </summary>
public sealed class RandomSource
{
    // The secret, and after it the counter.
    private readonly byte[] input = new byte[SHA256.HashSizeInBytes + sizeof(uint)];

    private byte[] block = [];
    private int taken;
    private uint counter;

    /// <summary>A source with a seed of any length, which is to be secret.</summary>
    public RandomSource(ReadOnlySpan<byte> seed) => SHA256.HashData(seed).CopyTo(input, 0);

    /// <summary>Any number of 32 bits.</summary>
    public uint NextUInt32()
    {
        if (taken == block.Length)
        {
            BigEndian.WriteUInt32(input.AsSpan(SHA256.HashSizeInBytes), counter++);
            block = SHA256.HashData(input);
            taken = 0;
        }

        uint value = BigEndian.ReadUInt32(block.AsSpan(taken));
        taken += sizeof(uint);
        return value;
    }

    /// <summary>Any number of 16 bits.</summary>
    public ushort NextUInt16() => (ushort)(NextUInt32() >> 16);

    /// <summary>Any number of 64 bits.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>A number below a limit, which is at least 1.</summary>
    public uint NextBelow(uint limit) => (uint)(((ulong)NextUInt32() * limit) >> 32);
}
