using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Reads that nothing after them is moved before, and writes that nothing before them is moved after.</summary>
public static class Volatile
{
    public static ushort Read(ref readonly ushort location) => Unsafe.As<ushort, Short>(ref Unsafe.AsRef(in location)).Value;

    public static int Read(ref readonly int location) => Unsafe.As<int, Int>(ref Unsafe.AsRef(in location)).Value;

    public static nint Read(ref readonly nint location) => Unsafe.As<nint, Native>(ref Unsafe.AsRef(in location)).Value;

    public static ulong Read(ref readonly ulong location) => (ulong)Unsafe.As<ulong, Native>(ref Unsafe.AsRef(in location)).Value;

    public static void Write(ref ushort location, ushort value) => Unsafe.As<ushort, Short>(ref location).Value = value;

    public static void Write(ref int location, int value) => Unsafe.As<int, Int>(ref location).Value = value;

    public static void Write(ref nint location, nint value) => Unsafe.As<nint, Native>(ref location).Value = value;

    public static void Write(ref ulong location, ulong value) => Unsafe.As<ulong, Native>(ref location).Value = (nint)value;

    private struct Short
    {
        internal volatile ushort Value;
    }

    private struct Int
    {
        internal volatile int Value;
    }

    private struct Native
    {
        internal volatile nint Value;
    }
}
