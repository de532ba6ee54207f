using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Cpu;

/// <summary>A place in the code to come back to from further down the same stack: the way out of a computation that cannot go on.</summary>
internal unsafe struct ContextArea
{
    private fixed ulong words[9];

    /// <summary>Returns false at first, and once more, with true, when <see cref="Restore"/> is called. The caller's frame must still be there.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "context_save")]
    internal static extern ulong Save(ContextArea* area);

    /// <summary>Goes back to where <see cref="Save"/> was called.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "context_restore")]
    internal static extern void Restore(ContextArea* area);
}
