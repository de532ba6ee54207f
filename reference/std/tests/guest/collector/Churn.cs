using System;

/// <summary>Much garbage beside a few live objects: arrays of bytes of all sizes that replace one another, and short-lived strings.</summary>
internal static class Churn
{
    private const int Slots = 1024;
    private const int LiveBytes = 4 * 1024 * 1024;

    /// <summary>Allocates so many MiB; what is alive never exceeds 4 MiB.</summary>
    internal static int Run(int mebibytes)
    {
        var kept = new Block[Slots];
        uint random = 2463534242;
        long left = (long)mebibytes * 1024 * 1024;
        long live = 0;
        int wrong = 0;
        while (left > 0)
        {
            int slot = (int)(Next(ref random) % Slots);
            if (kept[slot] is Block old)
            {
                wrong += old.IsWhole() ? 0 : 1;
                live -= old.Size;
                kept[slot] = null!;
            }

            // Mostly small, seldom large, as programs are.
            uint kind = Next(ref random) % 64;
            int size = (int)(Next(ref random) % (kind == 0 ? 60_000u : kind < 8 ? 4_000u : 200u)) + 1;
            if (live + size <= LiveBytes - (Slots * 64))
            {
                kept[slot] = new Block(size, (byte)random);
                live += size;
            }

            string text = $"{slot}:{size}";
            wrong += text.Length >= 3 && text[^1] is >= '0' and <= '9' ? 0 : 1;
            left -= size + (text.Length * 2) + 96;
        }

        foreach (Block? block in kept)
            wrong += block is null || block.IsWhole() ? 0 : 1;
        return wrong;
    }

    internal static uint Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
    }

    private sealed class Block
    {
        private readonly byte[] bytes;
        private readonly byte mark;

        internal Block(int size, byte mark)
        {
            this.mark = mark;
            bytes = new byte[size];
            bytes.AsSpan().Fill(mark);
        }

        internal int Size => bytes.Length;

        internal bool IsWhole()
        {
            // Both ends and the middle: what was given out twice is filled with something else.
            return bytes[0] == mark && bytes[bytes.Length / 2] == mark && bytes[^1] == mark;
        }
    }
}
