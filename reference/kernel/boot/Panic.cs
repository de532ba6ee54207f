using System;
using System.Runtime;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Boot;

/// <summary>The kernel's own faults: reported with registers and stack words, then the machine stops.</summary>
internal static unsafe class Panic
{
    /// <summary>An exception that the kernel raised.</summary>
    internal static void Exception(InterruptFrame* frame)
    {
        Console.WriteLine();
        Console.WriteLine($"EXCEPTION: {ExceptionNames.Of(frame->Vector)}");
        FaultReport.WriteRegisters(frame);
        FaultReport.WriteKernelStack(frame->Rsp);
        if (Trace.IsOn(Subsystem.Cpu))
        {
            Trace.Event("cpu.exception").Number("vector", frame->Vector).Hexadecimal("error", frame->ErrorCode)
                .Hexadecimal("rip", frame->Rip).Hexadecimal("address", frame->Vector == 14 ? Processor.ReadFaultAddress() : 0).End();
        }

        Because("unhandled exception");
    }

    /// <summary>A condition that cannot be: one line, then the machine stops.</summary>
    internal static void Because(string reason)
    {
        Console.WriteLine($"Kernel panic: {reason}");
        PowerOff.Leave(PowerOff.Failure);
        Processor.Stop();
    }

    /// <summary>Generated code found an index out of range and the like. The core library calls this; there are no exceptions to throw.</summary>
    [RuntimeExport("__managed_failure")]
    private static void ManagedFailure(ManagedFailure failure)
    {
        ContextArea here = default;
        ContextArea.Save(&here); // what the host needs to unwind from here
        Console.WriteLine();
        Console.WriteLine($"EXCEPTION: {FailedChecks.NameOf(failure)}");
        Console.WriteLine($"rip {here.Rip:x16} rsp {here.Rsp:x16} rbp {here.Rbp:x16}");
        Console.WriteLine($"rbx {here.Rbx:x16} r12 {here.R12:x16} r13 {here.R13:x16}");
        Console.WriteLine($"r14 {here.R14:x16} r15 {here.R15:x16}");
        FaultReport.WriteKernelStack(here.Rsp);
        Because("a check in the kernel's own code failed");
    }
}
