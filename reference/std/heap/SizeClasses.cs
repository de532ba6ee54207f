using System.Numerics;

namespace Euralios.Std;

/// <summary>
/// The sizes of cells in which small objects lie. Up to 128 bytes they differ by 16; then there are four to each doubling; the largest divide a block
/// almost without rest. So a cell is at most a quarter larger than its object, and seldom that.
/// </summary>
internal static class SizeClasses
{
    /// <summary>How many there are.</summary>
    internal const int Count = 29;

    /// <summary>The size of the largest cell. What is larger gets blocks of its own.</summary>
    internal const uint Largest = 8192;

    private const int Fine = 8; // the first class that is not a multiple of 16 apart from the one before
    private const uint LargestFine = 128;
    private const int Coarse = 24; // the first of those that divide a block
    private const uint LargestDoubling = 2048;
    private const int FirstDoubling = 7; // 2^7 = 128

    /// <summary>The class of the smallest cells that hold so many bytes.</summary>
    /// <param name="size">1 to <see cref="Largest"/>.</param>
    internal static int Of(uint size)
    {
        if (size <= LargestFine)
            return (int)((size - 1) / 16);
        if (size <= LargestDoubling)
        {
            int doubling = BitOperations.Log2(size - 1);
            return Fine + ((doubling - FirstDoubling) * 4) + (int)((size - 1) >> (doubling - 2)) - 4;
        }

        int result = Coarse;
        while (CellSize(result) < size)
            result++;
        return result;
    }

    /// <summary>Bytes of a class's cells: a multiple of 16.</summary>
    internal static uint CellSize(int sizeClass) => sizeClass switch
    {
        < Fine => (uint)(sizeClass + 1) * 16,
        < Coarse => (uint)(5 + ((sizeClass - Fine) % 4)) << (FirstDoubling - 2 + ((sizeClass - Fine) / 4)),
        24 => 2720,
        25 => 3264,
        26 => 4096,
        27 => 5456,
        _ => Largest,
    };
}
