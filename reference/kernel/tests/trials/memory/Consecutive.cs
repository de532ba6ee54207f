using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Memory in one piece, for devices.</summary>
internal static unsafe class Consecutive
{
    internal static void LimitsAndOrder()
    {
        // No byte beyond the limit, to the byte; and the first MiB is nobody's.
        foreach (ulong limit in (ulong[])[0xFF_FFFF, 0x1FF_FFFF, 0x200_0FFE, 0x3FF_FFFF, 0xFFFF_FFFF, ulong.MaxValue])
        {
            SystemCallRegisters chunk = Call.Done(SystemCallNumber.AllocateMemory, 16, limit);
            Expect.True(chunk.Rsi >= 0x10_0000 && chunk.Rsi + (16 * Addresses.Page) - 1 <= limit && chunk.Rsi % Addresses.Page == 0);
            Call.Done(SystemCallNumber.FreeMemory, chunk.Rdi);
        }

        // Different ones do not overlap.
        SystemCallRegisters[] chunks = new SystemCallRegisters[20];
        for (int i = 0; i < chunks.Length; i++)
        {
            chunks[i] = Call.Done(SystemCallNumber.AllocateMemory, 7, ulong.MaxValue);
            for (int j = 0; j < i; j++)
                Expect.True(chunks[i].Rsi + (7 * Addresses.Page) <= chunks[j].Rsi || chunks[j].Rsi + (7 * Addresses.Page) <= chunks[i].Rsi);
        }
    }

    internal static void IsZero()
    {
        for (int round = 0; round < 3; round++)
        {
            ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 300, ulong.MaxValue).Rdi;
            ulong all = 0;
            for (ulong at = 0; at < 300 * Addresses.Page; at += 8)
            {
                all |= *(ulong*)(chunk + at);
                *(ulong*)(chunk + at) = ulong.MaxValue;
            }

            Expect.Equal(all, 0ul);
            Call.Done(SystemCallNumber.FreeMemory, chunk);
        }
    }

    internal static void ManySizes()
    {
        // Every frame of a chunk, and a table for each 2 MiB, and one.
        Usage before = Usage.Now();
        foreach (ulong pages in (ulong[])[1, 2, 31, 32, 33, 63, 64, 511, 512, 513, 1024, 1025, 4095, 4096])
        {
            SystemCallRegisters chunk = Call.Done(SystemCallNumber.AllocateMemory, pages, ulong.MaxValue);
            Expect.Equal(Usage.Now().OwnFrames - before.OwnFrames, pages + ((pages + 511) / 512) + 1);
            *(ulong*)(chunk.Rdi + (pages * Addresses.Page) - 8) = 1;
            Call.Done(SystemCallNumber.FreeMemory, chunk.Rdi);
            SystemCall.Sleep(1); // the largest are given back in steps
            SystemCall.Sleep(1);
            Usage.ExpectAs(before);
        }
    }
}
