using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>System calls as they are: numbers in registers, so that wrong ones can be tried.</summary>
internal static class Call
{
    /// <summary>Beside an error: the message that was not sent is back in the registers.</summary>
    internal const ulong MessageIsBack = 128;

    /// <summary>The bits of RAX that make a message long, and say what its items are.</summary>
    internal const ulong OnlyToReceiver = 0x2000;
    internal const ulong Long = 0x100, FirstHandle = 0x300, FirstMemory = 0x500, SecondHandle = 0x900, SecondMemory = 0x1100;

    private const int HandleShift = 32;

    /// <summary>Makes a call.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="rdi">RDI.</param>
    /// <param name="rsi">RSI.</param>
    /// <param name="rdx">RDX.</param>
    /// <param name="rax">The bits of RAX above the number.</param>
    internal static SystemCallRegisters Make(SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0)
    {
        SystemCallRegisters registers = With(number, rdi, rsi, rdx, rax);
        SystemCall.Raw(ref registers);
        return registers;
    }

    /// <summary>The registers of a call that is to be made later.</summary>
    internal static SystemCallRegisters With(SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0) =>
        new() { Rax = (ulong)number | rax, Rdi = rdi, Rsi = rsi, Rdx = rdx, R8 = 0x8888 };

    /// <summary>The bits of RAX that name the handle of a message or a mount.</summary>
    internal static ulong Through(ulong handle) => handle << HandleShift;

    /// <summary>Makes a call that must fail with an error and nothing else in RAX.</summary>
    internal static SystemCallRegisters Fails(
        Error error,
        SystemCallNumber number,
        ulong rdi = 0,
        ulong rsi = 0,
        ulong rdx = 0,
        ulong rax = 0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        SystemCallRegisters registers = Make(number, rdi, rsi, rdx, rax);
        if (registers.Rax != (ulong)error)
            Expect.Fail($"call {(int)number}: rax is 0x{registers.Rax:x}, not {(int)error}", file, line);
        return registers;
    }

    /// <summary>Makes a call that must be done, with nothing in RAX.</summary>
    internal static SystemCallRegisters Done(
        SystemCallNumber number,
        ulong rdi = 0,
        ulong rsi = 0,
        ulong rdx = 0,
        ulong rax = 0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => Fails(Error.None, number, rdi, rsi, rdx, rax, file, line);
}
