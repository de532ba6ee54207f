namespace Merriwig.Devices;

/// <summary>
/// The processor's own interrupt controller (SDM volume 3, chapter 11). Only its input from the 8259s is used, and not every firmware leaves
/// that open: qboot masks it.
/// </summary>
internal static unsafe class LocalInterruptController
{
    /// <summary>The physical address of its registers after a reset.</summary>
    internal const ulong Registers = 0xFEE0_0000;

    private const uint LocalInput0 = 0x350;
    private const uint External = 0x700; // delivery mode ExtINT, not masked: the vector comes from the 8259s

    /// <summary>Lets the 8259s' interrupts through to the processor.</summary>
    /// <param name="registers">Where the kernel sees <see cref="Registers"/>.</param>
    internal static void PassLegacyInterrupts(void* registers) => *(uint*)((byte*)registers + LocalInput0) = External;
}
