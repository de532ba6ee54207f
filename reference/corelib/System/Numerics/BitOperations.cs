using System.Runtime.Intrinsics.X86;

namespace System.Numerics;

public static class BitOperations
{
    /// <summary>The number of the lowest set bit; 32 when there is none.</summary>
    public static int TrailingZeroCount(uint value) => value == 0 ? 32 : (int)X86Base.BitScanForward(value);

    /// <summary>The number of the lowest set bit; 64 when there is none.</summary>
    public static int TrailingZeroCount(ulong value) => value == 0 ? 64 : (int)X86Base.X64.BitScanForward(value);

    /// <summary>How many bits above the highest set bit; 32 when there is none.</summary>
    public static int LeadingZeroCount(uint value) => value == 0 ? 32 : 31 - (int)X86Base.BitScanReverse(value);

    /// <summary>How many bits above the highest set bit; 64 when there is none.</summary>
    public static int LeadingZeroCount(ulong value) => value == 0 ? 64 : 63 - (int)X86Base.X64.BitScanReverse(value);

    /// <summary>The number of the highest set bit; 0 when there is none.</summary>
    public static int Log2(uint value) => value == 0 ? 0 : (int)X86Base.BitScanReverse(value);

    public static uint RotateLeft(uint value, int offset) => (value << offset) | (value >> (32 - offset));

    public static ulong RotateLeft(ulong value, int offset) => (value << offset) | (value >> (64 - offset));

    public static uint RotateRight(uint value, int offset) => (value >> offset) | (value << (32 - offset));

    public static ulong RotateRight(ulong value, int offset) => (value >> offset) | (value << (64 - offset));

    /// <summary>The number of set bits.</summary>
    public static int PopCount(uint value)
    {
        // Sums of 2, 4, then 8 bits side by side; the product adds the four bytes up in the highest one.
        value -= (value >> 1) & 0x55555555u;
        value = (value & 0x33333333u) + ((value >> 2) & 0x33333333u);
        return (int)((((value + (value >> 4)) & 0x0F0F0F0Fu) * 0x01010101u) >> 24);
    }
}
