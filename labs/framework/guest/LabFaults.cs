using System;
using System.Runtime;
using Merriwig.Boot;
using Merriwig.Cpu;
using Merriwig.Inspect;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// Faults in a lab's image: an exception or a failed check of generated code ends the running case, or, outside one, the boot. The addresses are
/// on the trace line; the grader turns them into C# methods and lines.
/// </summary>
internal static unsafe class LabFaults
{
    private const int StackWords = 32;

    /// <summary>
    /// What a scenario does about interrupts that are no exceptions, lines and calls of its threads: it gets the frame of whoever ran, and gives
    /// the frame that goes on. Null while none can come.
    /// </summary>
    internal static delegate*<InterruptFrame*, InterruptFrame*> Interrupted { get; set; }

    [RuntimeExport("interrupt_dispatch")]
    private static InterruptFrame* Dispatch(InterruptFrame* frame)
    {
        if (frame->Vector >= InterruptTable.FirstLine && Interrupted != null)
            return Interrupted(frame);
        ulong fault = frame->Vector == 14 ? Processor.ReadFaultAddress() : 0;
        Trace.Event("cpu.exception").Number("vector", frame->Vector).Hexadecimal("error", frame->ErrorCode)
            .Hexadecimal("rip", frame->Rip).Hexadecimal("address", fault).Text("name", ExceptionNames.Of(frame->Vector)).End();
        WriteStack(frame->Rsp);
        if (CaseReport.IsRunning)
            CaseReport.Fail(ExceptionNames.Of(frame->Vector), frame->Rip);
        while (true)
            Checkpoint.End(1);
    }

    [RuntimeExport("__managed_failure")]
    private static void ManagedFailure(ManagedFailure failure)
    {
        ulong marker = 0;
        Trace.Event("cpu.check").Word("name", NameOf(failure)).End();
        WriteStack((ulong)&marker);
        if (CaseReport.IsRunning)
            CaseReport.Fail(NameOf(failure));
        while (true)
            Checkpoint.End(1);
    }

    private static void WriteStack(ulong from)
    {
        if (from < Image.StackBottom() || from >= Image.StackTop())
            return;
        ulong words = Math.Min((Image.StackTop() - from) / sizeof(ulong), StackWords);
        for (ulong i = 0; i < words; i++)
            Trace.Event("cpu.stack").Hexadecimal("word", ((ulong*)from)[i]).End();
    }

    private static string NameOf(ManagedFailure failure) => failure switch
    {
        System.ManagedFailure.IndexOutOfRange => "index-out-of-range",
        System.ManagedFailure.NullReference => "null-reference",
        System.ManagedFailure.DivideByZero => "divide-by-zero",
        System.ManagedFailure.Overflow => "overflow",
        System.ManagedFailure.InvalidCast => "invalid-cast",
        System.ManagedFailure.Argument or System.ManagedFailure.ArgumentOutOfRange => "argument-out-of-range",
        System.ManagedFailure.InvalidOperation => "invalid-operation",
        _ => "failed-check",
    };
}
