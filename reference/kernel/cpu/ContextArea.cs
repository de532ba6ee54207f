using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>A place in the code to come back to from further down the same stack: the way out of a computation that cannot go on.</summary>
internal unsafe struct ContextArea
{
    private fixed ulong words[9];

    internal readonly ulong Rbx => words[0];

    internal readonly ulong Rbp => words[1];

    internal readonly ulong R12 => words[2];

    internal readonly ulong R13 => words[3];

    internal readonly ulong R14 => words[4];

    internal readonly ulong R15 => words[5];

    internal readonly ulong Rsp => words[6];

    /// <summary>Where the code goes on.</summary>
    internal readonly ulong Rip => words[7];

    /// <summary>Returns false at first, and once more, with true, when <see cref="Restore"/> is called. The caller's frame must still be there.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "context_save")]
    internal static extern ulong Save(ContextArea* area);

    /// <summary>Goes back to where <see cref="Save"/> was called.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "context_restore")]
    internal static extern void Restore(ContextArea* area);
}
