using System;

namespace Euralios.Std;

/// <summary>
/// The system calls, one method each, by concept in the files beside this one. A method returns whether it was done; where it was not,
/// <c>error</c> says why and the other results are empty.
/// </summary>
public static unsafe partial class SystemCall
{
    /// <summary>As a timeout: without end.</summary>
    public const ulong Forever = ulong.MaxValue;

    /// <summary>The longest text that one call writes to the kernel's console, in bytes.</summary>
    public const int LongestDebugText = 4096;

    // RAX after a call: the error, then whether the message that was to be sent is back in the registers.
    private const ulong ErrorMask = 127;
    private const ulong MessageIsBack = 128;

    // RAX of debug_write: the text is for the trace line.
    private const ulong TraceFlag = 0x100;

    /// <summary>A system call as it is, for what the other methods cannot express. Not for <see cref="SystemCallNumber.ForkThread"/>.</summary>
    public static void Raw(ref SystemCallRegisters registers)
    {
        fixed (SystemCallRegisters* pointer = &registers)
            MachineCode.Call(pointer);
    }

    /// <summary>Writes UTF-8 text to the kernel's console.</summary>
    public static bool TryDebugWrite(ReadOnlySpan<byte> text, out Error error)
    {
        fixed (byte* pointer = text)
            return Try(Make(SystemCallNumber.DebugWrite, (ulong)pointer, (ulong)text.Length), out _, out error);
    }

    /// <summary>Writes whole lines to the trace line, COM2, for a process that may use I/O ports.</summary>
    public static bool TryTraceWrite(ReadOnlySpan<byte> lines, out Error error)
    {
        fixed (byte* pointer = lines)
            return Try(Make(SystemCallNumber.DebugWrite, (ulong)pointer, (ulong)lines.Length, rax: TraceFlag), out _, out error);
    }

    private static SystemCallRegisters Make(SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0) =>
        new() { Rax = (ulong)number | rax, Rdi = rdi, Rsi = rsi, Rdx = rdx };

    private static bool Try(in SystemCallRegisters input, out SystemCallRegisters output, out Error error)
    {
        SystemCallRegisters registers = input;
        MachineCode.Call(&registers);
        output = registers;
        error = (Error)(registers.Rax & ErrorMask);
        return error == Error.None;
    }
}
