using System.Numerics;

namespace System.Security.Cryptography;

/// <summary>SHA-256: FIPS 180-4, sections 4.1.2, 5.3.3 and 6.2.</summary>
public static class SHA256
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSizeInBytes = 32;

    internal const int BlockSize = 64;

    /// <summary>The hash of some bytes.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> source)
    {
        var hash = new Sha256State();
        hash.Append(source);
        byte[] result = new byte[HashSizeInBytes];
        hash.Finish(result);
        return result;
    }
}

/// <summary>A hash in the making.</summary>
internal ref struct Sha256State
{
    private readonly Span<uint> state;
    private readonly Span<byte> block;
    private ulong length;

    public Sha256State()
    {
        state = new uint[8];
        block = new byte[SHA256.BlockSize];

        // The first 32 bits of the fractional parts of the square roots of the first eight primes.
        ReadOnlySpan<uint> initial =
            [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19];
        initial.CopyTo(state);
    }

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    internal void Append(scoped ReadOnlySpan<byte> source)
    {
        foreach (byte value in source)
        {
            block[(int)(length++ % SHA256.BlockSize)] = value;
            if (length % SHA256.BlockSize == 0)
                Compress();
        }
    }

    /// <summary>Pads to whole blocks (5.1.1), and gives the hash.</summary>
    internal void Finish(scoped Span<byte> hash)
    {
        ulong bits = length * 8;
        Append([0x80]);
        while (length % SHA256.BlockSize != SHA256.BlockSize - sizeof(ulong))
            Append([0]);
        for (int shift = 56; shift >= 0; shift -= 8)
            Append([(byte)(bits >> shift)]);
        for (int i = 0; i < SHA256.HashSizeInBytes; i++)
            hash[i] = (byte)(state[i / 4] >> (24 - (i % 4 * 8)));
    }

    private readonly void Compress()
    {
        Span<uint> schedule = stackalloc uint[64];
        for (int i = 0; i < 16; i++)
            schedule[i] = ((uint)block[i * 4] << 24) | ((uint)block[(i * 4) + 1] << 16) | ((uint)block[(i * 4) + 2] << 8) | block[(i * 4) + 3];
        for (int i = 16; i < 64; i++)
            schedule[i] = Small(schedule[i - 2], 17, 19, 10) + schedule[i - 7] + Small(schedule[i - 15], 7, 18, 3) + schedule[i - 16];

        (uint a, uint b, uint c, uint d) = (state[0], state[1], state[2], state[3]);
        (uint e, uint f, uint g, uint h) = (state[4], state[5], state[6], state[7]);
        for (int i = 0; i < 64; i++)
        {
            uint first = h + Big(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Constants[i] + schedule[i];
            uint second = Big(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static uint Big(uint value, int first, int second, int third) =>
        BitOperations.RotateRight(value, first) ^ BitOperations.RotateRight(value, second) ^ BitOperations.RotateRight(value, third);

    private static uint Small(uint value, int first, int second, int shift) =>
        BitOperations.RotateRight(value, first) ^ BitOperations.RotateRight(value, second) ^ (value >> shift);
}
