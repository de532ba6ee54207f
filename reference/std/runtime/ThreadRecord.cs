using System.Runtime.InteropServices;

namespace Euralios.Std;

/// <summary>What <see cref="SystemCall.TrySuspend"/> tells of a thread: handouts/syscalls/25-suspend.md.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ThreadRecord
{
    internal ulong Id;
    internal ulong StackTop;

    /// <summary>R15 to RAX, a vector, an error code, RIP, CS, RFLAGS.</summary>
    internal fixed ulong Registers[20];
    internal ulong Rsp;
    internal ulong Ss;

    /// <summary>XMM0 to XMM15.</summary>
    internal fixed ulong Vectors[32];
}
