using System;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Syscalls;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Boot;

/// <summary>A program's exception: it is reported, and ends that program and nothing else.</summary>
internal static unsafe class ProgramFault
{
    /// <summary>The status of a process that ended so: what shells show for a program that aborted.</summary>
    private const ulong Status = 134;

    /// <summary>Reports the running thread's exception and ends its process.</summary>
    internal static void End(InterruptFrame* frame)
    {
        Thread* thread = Dispatcher.Running;
        Process* process = Processes.At(thread->Process);
        string name = frame->Vector == InterruptTable.FailedCheck ? FailedChecks.NameOf((ManagedFailure)frame->Rdi) : ExceptionNames.Of(frame->Vector);
        Console.WriteLine();
        Console.Write($"EXCEPTION: {name} in ");
        Console.Write(Process.NameBytes.Of(process->Name));
        Console.WriteLine($" (process {process->Id}, thread {thread->Id})");
        FaultReport.WriteRegisters(frame);
        FaultReport.WriteProgramStack(process->Space, frame->Rsp);
        Console.WriteLine($"Process {process->Id} ended: {name}");
        if (Trace.IsOn(Subsystem.Process))
        {
            Trace.Event("process.fault").Number("process", process->Id).Number("thread", thread->Id)
                .Number("vector", frame->Vector).Hexadecimal("rip", frame->Rip).End();
        }

        ProcessEnd.End(thread->Process, EndReason.Faulted, Status, (byte)frame->Vector);
    }
}
