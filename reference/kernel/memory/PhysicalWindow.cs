using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Memory;

/// <summary>Where the kernel sees physical memory: a window in the upper half, made by the boot code, writable and never executable.</summary>
internal static unsafe class PhysicalWindow
{
    private const ulong Start = 0xFFFF_8000_0000_0000;

    /// <summary>How much of physical memory the window shows.</summary>
    internal const ulong Size = 4ul << 30;

    /// <summary>The address at which the kernel reaches a physical address below <see cref="Size"/>.</summary>
    internal static void* At(ulong physical) => (void*)(Start + physical);

    /// <summary>Writes the same 64-bit word many times, as fast as the processor can.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "fill_words")]
    internal static extern void Fill(void* address, ulong value, ulong words);
}
