using System.Runtime.InteropServices;

namespace Euralios.Std;

/// <summary>The registers that a system call takes and gives back.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct SystemCallRegisters
{
    public ulong Rax;
    public ulong Rdi;
    public ulong Rsi;
    public ulong Rdx;
    public ulong R8;
}
