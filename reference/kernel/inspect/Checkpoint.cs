using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Inspect;

/// <summary>
/// Places where the machine stands still while its host reads or writes memory: the grader keeps a breakpoint at the symbol
/// <c>__checkpoint</c>. Without a host nothing happens.
/// </summary>
internal static unsafe class Checkpoint
{
    private const ulong SeedKind = 1;
    private const ulong InspectKind = 2;
    private const ulong EndKind = 3;

    /// <summary>The host fills 16 bytes with the run's seed; they keep what they held when there is no host.</summary>
    internal static void Seed(Span<byte> seed)
    {
        if (seed.Length < 16)
            return;
        fixed (byte* address = &seed[0])
            Reach(SeedKind, (ulong)address, 0, 0);
    }

    /// <summary>The host reads the regions of the inspection table.</summary>
    /// <param name="name">1 to 64 ASCII characters.</param>
    /// <param name="argument">A number passed along.</param>
    internal static void Inspect(ReadOnlySpan<byte> name, ulong argument)
    {
        fixed (byte* address = &name[0])
            Reach(InspectKind, (ulong)address, (ulong)name.Length, argument);
    }

    /// <summary>The run is over; the host notes the exact number of instructions and ends the machine.</summary>
    internal static void End(ulong exitValue) => Reach(EndKind, exitValue, 0, 0);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "__checkpoint")]
    private static extern void Reach(ulong kind, ulong first, ulong second, ulong third);
}
