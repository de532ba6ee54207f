using System.Runtime.InteropServices;

namespace Merriwig.Cpu;

/// <summary>
/// The registers at an interrupt, as <c>reference/sdk/assembly/InterruptEntries.cs</c> pushes them. Changing a field changes the register
/// that the interrupted code goes on with.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct InterruptFrame
{
    internal ulong R15;
    internal ulong R14;
    internal ulong R13;
    internal ulong R12;
    internal ulong R11;
    internal ulong R10;
    internal ulong R9;
    internal ulong R8;
    internal ulong Rbp;
    internal ulong Rdi;
    internal ulong Rsi;
    internal ulong Rdx;
    internal ulong Rcx;
    internal ulong Rbx;
    internal ulong Rax;
    internal ulong Vector;
    internal ulong ErrorCode;
    internal ulong Rip;
    internal ulong Cs;
    internal ulong Rflags;
    internal ulong Rsp;
    internal ulong Ss;
}
