using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Boot;

/// <summary>Where the kernel's own image and stack lie, as the linker placed them.</summary>
internal static class Image
{
    /// <summary>The image's first byte in physical memory.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_image_physical_start")]
    internal static extern ulong Start();

    /// <summary>The byte after the image in physical memory.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_image_physical_end")]
    internal static extern ulong End();

    /// <summary>The lowest address of the boot stack; the page below it is never mapped.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_kernel_stack_bottom")]
    internal static extern ulong StackBottom();

    /// <summary>The address after the boot stack.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_kernel_stack_top")]
    internal static extern ulong StackTop();
}
