using System;
using System.Runtime;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Boot;

/// <summary>
/// The kernel's own faults: reported with registers and stack words, then the machine stops. Addresses are printed raw; a filter on the host's
/// side of the serial line turns them into C# methods, files and lines.
/// </summary>
internal static unsafe class Panic
{
    private const int StackWords = 192;

    /// <summary>An exception that the kernel raised.</summary>
    internal static void Exception(InterruptFrame* frame)
    {
        ulong fault = frame->Vector == 14 ? Processor.ReadFaultAddress() : 0;
        Console.WriteLine();
        Console.WriteLine($"EXCEPTION: {ExceptionNames.Of(frame->Vector)}");
        if (frame->Vector == 14)
            Console.WriteLine($"Accessed address: {fault:x16}");
        Console.WriteLine($"vector {frame->Vector} error {frame->ErrorCode:x}");
        Console.WriteLine($"rip {frame->Rip:x16} rsp {frame->Rsp:x16} rfl {frame->Rflags:x16}");
        Console.WriteLine($"rax {frame->Rax:x16} rbx {frame->Rbx:x16} rcx {frame->Rcx:x16}");
        Console.WriteLine($"rdx {frame->Rdx:x16} rsi {frame->Rsi:x16} rdi {frame->Rdi:x16}");
        Console.WriteLine($"rbp {frame->Rbp:x16} r8  {frame->R8:x16} r9  {frame->R9:x16}");
        Console.WriteLine($"r10 {frame->R10:x16} r11 {frame->R11:x16} r12 {frame->R12:x16}");
        Console.WriteLine($"r13 {frame->R13:x16} r14 {frame->R14:x16} r15 {frame->R15:x16}");
        WriteStack(frame->Rsp);
        if (Trace.IsOn(Subsystem.Cpu))
        {
            Trace.Event("cpu.exception").Number("vector", frame->Vector).Hexadecimal("error", frame->ErrorCode)
                .Hexadecimal("rip", frame->Rip).Hexadecimal("address", fault).End();
        }

        Console.WriteLine("Kernel panic: unhandled exception");
        Stop();
    }

    /// <summary>A condition that cannot be: one line, then the machine stops.</summary>
    internal static void Because(string reason)
    {
        Console.WriteLine($"Kernel panic: {reason}");
        Stop();
    }

    /// <summary>Generated code found an index out of range and the like. The core library calls this; there are no exceptions to throw.</summary>
    [RuntimeExport("__managed_failure")]
    private static void ManagedFailure(System.ManagedFailure failure)
    {
        ContextArea here = default;
        ContextArea.Save(&here); // what the host needs to unwind from here
        Console.WriteLine();
        Console.WriteLine($"EXCEPTION: {NameOf(failure)}");
        Console.WriteLine($"rip {here.Rip:x16} rsp {here.Rsp:x16} rbp {here.Rbp:x16}");
        Console.WriteLine($"rbx {here.Rbx:x16} r12 {here.R12:x16} r13 {here.R13:x16}");
        Console.WriteLine($"r14 {here.R14:x16} r15 {here.R15:x16}");
        WriteStack(here.Rsp);
        Because("a check in the kernel's own code failed");
    }

    private static string NameOf(System.ManagedFailure failure) => failure switch
    {
        System.ManagedFailure.IndexOutOfRange => "INDEX OUT OF RANGE",
        System.ManagedFailure.NullReference => "NULL REFERENCE",
        System.ManagedFailure.DivideByZero => "DIVIDE BY ZERO",
        System.ManagedFailure.Overflow => "OVERFLOW",
        System.ManagedFailure.InvalidCast => "INVALID CAST",
        System.ManagedFailure.Argument or System.ManagedFailure.ArgumentOutOfRange => "ARGUMENT OUT OF RANGE",
        _ => "FAILED CHECK",
    };

    /// <summary>The words from an address up to the stack's top, four a line: what the host unwinds.</summary>
    private static void WriteStack(ulong from)
    {
        ulong top = Image.StackTop();
        if (from < Image.StackBottom() || from >= top)
            return;
        ulong words = Math.Min((top - from) / sizeof(ulong), StackWords);
        ulong* stack = (ulong*)from;
        for (ulong i = 0; i < words; i++)
        {
            if (i % 4 == 0)
                Console.Write($"stack {from + (i * 8):x16}:");
            Console.Write($" {stack[i]:x16}");
            if (i % 4 == 3 || i == words - 1)
                Console.WriteLine();
        }
    }

    private static void Stop()
    {
        PowerOff.Leave(PowerOff.Failure);
        Processor.Stop();
    }
}
