using System.Runtime;
using Merriwig.Abi;
using Merriwig.Cpu;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Syscalls;

/// <summary>
/// Where every system call arrives. The caller's registers are in its context area, and a call reads and writes them there. Whether the caller goes on
/// or waits, and who runs then, is for the call to say, by changing the schedule.
/// </summary>
internal static unsafe class SystemCalls
{
    [RuntimeExport("system_call_dispatch")]
    private static InterruptFrame* Dispatch(InterruptFrame* frame)
    {
        if (Trace.IsOn(Subsystem.Syscall))
            Report(frame);
        Process* process = Processes.At(Dispatcher.Running->Process);

        // The calls that pass messages answer by the transition that they bring about; all others return their error.
        switch ((SystemCall)(byte)frame->Rax)
        {
            case SystemCall.Send:
                MessageCalls.Send(process, frame);
                break;
            case SystemCall.SendReceive:
                MessageCalls.SendReceive(process, frame);
                break;
            case SystemCall.Receive:
                MessageCalls.Receive(process, frame, frame->Rdi, MessageCalls.ForEver, WaitKind.Rendezvous);
                break;
            case SystemCall.ReceiveDeadline:
                MessageCalls.Receive(process, frame, frame->Rdi, frame->Rsi, WaitKind.Rendezvous);
                break;
            case SystemCall.Wait:
                ProcessCalls.Wait(process, frame);
                break;
            case SystemCall.ReceiveAny:
                ReceiveAnyCall.Receive(process, frame);
                break;
            default:
                frame->Rax = (ulong)Perform((SystemCall)(byte)frame->Rax, process, frame);
                break;
        }

        RendezvousTable.SettleReferences();
        return Dispatcher.Resume();
    }

    private static ErrorCode Perform(SystemCall call, Process* process, InterruptFrame* frame) => call switch
    {
        SystemCall.ForkThread => ThreadCalls.Fork(frame),
        SystemCall.ExitThread => ThreadCalls.Exit(frame->Rdi),
        SystemCall.DebugWrite => DebugCalls.Write(process, frame->Rdi, frame->Rsi),
        SystemCall.Open => FileCalls.Open(process, frame),
        SystemCall.Malloc => MemoryCalls.Malloc(process, frame),
        SystemCall.Free => MemoryCalls.Free(process, frame->Rdi),
        SystemCall.Yield => ThreadCalls.Yield(),
        SystemCall.NewRendezvous => HandleCalls.New(process, frame),
        SystemCall.CopyRendezvous => HandleCalls.Copy(process, frame),
        SystemCall.Exec => ExecCall.Exec(process, frame),
        SystemCall.Mount => FileCalls.Mount(process, frame),
        SystemCall.ListMounts => FileCalls.ListMounts(process, frame),
        SystemCall.Umount => FileCalls.Umount(process, frame),
        SystemCall.Close => HandleCalls.Close(process, frame->Rdi),
        SystemCall.AwaitInterrupt => ThreadCalls.AwaitInterrupt(process, frame->Rdi),
        SystemCall.Sleep => ThreadCalls.Sleep(frame->Rdi),
        SystemCall.Kill => ProcessCalls.Kill(process, frame),
        SystemCall.Statistics => StatisticsCall.Write(process, frame),
        SystemCall.Date => DebugCalls.Date(frame),
        SystemCall.Suspend => SuspendCalls.Suspend(process, frame),
        SystemCall.Resume => SuspendCalls.Resume(process),
        SystemCall.Decommit => MemoryCalls.Decommit(process, frame->Rdi, frame->Rsi),
        _ => ErrorCode.NotImplemented,
    };

    private static void Report(InterruptFrame* frame) =>
        Trace.Event("syscall.call").Number("thread", Dispatcher.Running->Id).Hexadecimal("rax", frame->Rax)
            .Hexadecimal("rdi", frame->Rdi).Hexadecimal("rsi", frame->Rsi).Hexadecimal("rdx", frame->Rdx).End();
}
