namespace System;

public static partial class Math
{
    public static int Min(int val1, int val2) => val1 < val2 ? val1 : val2;

    public static int Max(int val1, int val2) => val1 > val2 ? val1 : val2;

    public static uint Min(uint val1, uint val2) => val1 < val2 ? val1 : val2;

    public static uint Max(uint val1, uint val2) => val1 > val2 ? val1 : val2;

    public static long Min(long val1, long val2) => val1 < val2 ? val1 : val2;

    public static long Max(long val1, long val2) => val1 > val2 ? val1 : val2;

    public static ulong Min(ulong val1, ulong val2) => val1 < val2 ? val1 : val2;

    public static ulong Max(ulong val1, ulong val2) => val1 > val2 ? val1 : val2;

    public static nint Min(nint val1, nint val2) => val1 < val2 ? val1 : val2;

    public static nint Max(nint val1, nint val2) => val1 > val2 ? val1 : val2;

    public static nuint Min(nuint val1, nuint val2) => val1 < val2 ? val1 : val2;

    public static nuint Max(nuint val1, nuint val2) => val1 > val2 ? val1 : val2;
}
