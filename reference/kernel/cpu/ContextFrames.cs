using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>
/// Where registers are saved: a context area is 688 bytes, SSE's state and then an <see cref="InterruptFrame"/>, and it ends at an address that is a
/// multiple of 16. Interrupt stack 1 points at the end of the area of whoever runs, and the entries
/// (<c>reference/sdk/assembly/InterruptEntries.cs</c>) save everything there.
/// </summary>
internal static unsafe class ContextFrames
{
    /// <summary>Bytes of SSE and x87 state before the frame: the format of FXSAVE (SDM volume 1, 10.5.1).</summary>
    internal const int SseSize = 512;

    /// <summary>Bytes of a whole area.</summary>
    internal const int AreaSize = 688;

    // The state of a processor after FNINIT, and SSE's after a reset (SDM volume 1, 8.1.5 and 10.2.3): all exceptions masked.
    private const ushort InitialFpuControl = 0x037F;
    private const uint InitialSseControl = 0x1F80;

    /// <summary>Makes an area that of a thread which has not run yet: registers zero, SSE as after a reset.</summary>
    /// <param name="area">Its start; a multiple of 16.</param>
    /// <returns>The area's frame, all zero.</returns>
    internal static InterruptFrame* Initialize(void* area)
    {
        ulong* words = (ulong*)area;
        for (int i = 0; i < AreaSize / sizeof(ulong); i++)
            words[i] = 0;
        *(ushort*)area = InitialFpuControl;
        *(uint*)((byte*)area + 24) = InitialSseControl;
        return (InterruptFrame*)((byte*)area + SseSize);
    }

    /// <summary>Gives the processor to a frame in a context area. Does not return; the stack that this runs on is free afterwards.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "cpu_resume")]
    internal static extern void Resume(InterruptFrame* frame);

    /// <summary>The area for whoever runs before there are threads.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_boot_context_end")]
    internal static extern ulong BootAreaEnd();

    /// <summary>The area for exceptions that may come while another area is in use: NMI, double fault, machine check.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_fault_context_end")]
    internal static extern ulong FaultAreaEnd();
}
