using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

/// <summary>Instructions of every x86-64 processor; the JIT replaces each call by its instruction.</summary>
[Intrinsic]
public abstract class X86Base
{
    public static bool IsSupported
    {
        [Intrinsic]
        get => IsSupported;
    }

    /// <summary>BSF: the result is undefined for 0.</summary>
    [Intrinsic]
    internal static uint BitScanForward(uint value) => BitScanForward(value);

    /// <summary>BSR: the result is undefined for 0.</summary>
    [Intrinsic]
    internal static uint BitScanReverse(uint value) => BitScanReverse(value);

    [Intrinsic]
    public static void Pause() => Pause();

    [Intrinsic]
    public abstract class X64
    {
        public static bool IsSupported
        {
            [Intrinsic]
            get => IsSupported;
        }

        /// <summary>BSF: the result is undefined for 0.</summary>
        [Intrinsic]
        internal static ulong BitScanForward(ulong value) => BitScanForward(value);

        /// <summary>BSR: the result is undefined for 0.</summary>
        [Intrinsic]
        internal static ulong BitScanReverse(ulong value) => BitScanReverse(value);
    }
}
