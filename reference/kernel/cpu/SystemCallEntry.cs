using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>The SYSCALL instruction: where it leads, and with which segments and flags (SDM volume 3, 5.8.8).</summary>
internal static class SystemCallEntry
{
    private const uint ExtendedFeatures = 0xC000_0080;
    private const uint Segments = 0xC000_0081;
    private const uint Target = 0xC000_0082;
    private const uint FlagMask = 0xC000_0084;

    // SYSCALL on; long mode and no-execute stay on.
    private const ulong EnabledFeatures = (1 << 0) | (1 << 8) | (1 << 10) | (1 << 11);

    // Cleared on entry: trap, interrupt and direction flag, I/O privilege, nested task, alignment check.
    private const ulong ClearedFlags = (1 << 8) | (1 << 9) | (1 << 10) | (3 << 12) | (1 << 14) | (1 << 18);

    /// <summary>Lets programs make system calls. They come back by IRET, so SYSRET's segments are not needed.</summary>
    internal static void Initialize()
    {
        Processor.WriteModelSpecific(ExtendedFeatures, EnabledFeatures);
        Processor.WriteModelSpecific(Segments, (ulong)DescriptorTables.KernelCode << 32);
        Processor.WriteModelSpecific(Target, Address());
        Processor.WriteModelSpecific(FlagMask, ClearedFlags);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get_system_call_entry")]
    private static extern ulong Address();
}
