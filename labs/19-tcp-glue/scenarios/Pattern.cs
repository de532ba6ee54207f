using System;

namespace Merriwig.Lab;

/// <summary>Bytes that both ends of a connection know by the boot's seed and a stream's number, and nobody else.</summary>
internal struct Pattern
{
    private RandomSource random;
    private ulong bits;
    private int left;

    /// <param name="seed">The boot's numbers, as they are at its beginning.</param>
    /// <param name="stream">The stream's number.</param>
    internal Pattern(in RandomSource seed, uint stream) => random = seed.Fork(stream);

    /// <summary>The stream's next bytes.</summary>
    internal void Next(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (left == 0)
            {
                bits = random.Next();
                left = sizeof(ulong);
            }

            bytes[i] = (byte)bits;
            bits >>= 8;
            left--;
        }
    }

    /// <summary>How many of some bytes are the stream's next ones, from the first.</summary>
    internal int Match(ReadOnlySpan<byte> bytes)
    {
        Span<byte> expected = stackalloc byte[256];
        int matching = 0;
        while (matching < bytes.Length)
        {
            Span<byte> piece = expected.Slice(0, Math.Min(expected.Length, bytes.Length - matching));
            Next(piece);
            for (int i = 0; i < piece.Length; i++, matching++)
            {
                if (bytes[matching] != piece[i])
                    return matching;
            }
        }

        return matching;
    }
}
