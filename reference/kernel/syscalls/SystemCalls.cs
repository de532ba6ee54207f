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
    /// <summary>Called before every system call while the kernel is audited.</summary>
    internal static delegate*<void> Audit;

    [RuntimeExport("system_call_dispatch")]
    private static InterruptFrame* Dispatch(InterruptFrame* frame)
    {
        if (Trace.IsOn(Subsystem.Syscall | Subsystem.Audit))
            Watch(frame);
        Process* process = Dispatcher.RunningProcess;

        // The calls that pass messages answer by the transition that they bring about; all others return their error.
        switch ((SystemCall)(byte)frame->Rax)
        {
            case SystemCall.ForkThread:
                frame->Rax = (ulong)ThreadCalls.Fork(frame);
                break;
            case SystemCall.ExitThread:
                ProcessEnd.EndThread(frame->Rdi);
                break;
            case SystemCall.DebugWrite:
                frame->Rax = (ulong)DebugCalls.Write(process, frame->Rdi, frame->Rsi, frame->Rax);
                break;
            case SystemCall.Receive:
                MessageCalls.Receive(process, frame, frame->Rdi, MessageCalls.ForEver, WaitKind.Rendezvous);
                break;
            case SystemCall.Send:
                MessageCalls.Send(process, frame);
                break;
            case SystemCall.SendReceive:
                MessageCalls.SendReceive(process, frame);
                break;
            case SystemCall.Open:
                frame->Rax = (ulong)FileCalls.Open(process, frame);
                break;
            case SystemCall.Malloc:
                frame->Rax = (ulong)MemoryCalls.Malloc(process, frame);
                break;
            case SystemCall.Free:
                frame->Rax = (ulong)MemoryCalls.Free(process, frame->Rdi);
                break;
            case SystemCall.Yield:
                frame->Rax = (ulong)ThreadCalls.Yield();
                break;
            case SystemCall.NewRendezvous:
                frame->Rax = (ulong)HandleCalls.New(process, frame);
                break;
            case SystemCall.CopyRendezvous:
                frame->Rax = (ulong)HandleCalls.Copy(process, frame);
                break;
            case SystemCall.Exec:
                frame->Rax = (ulong)ExecCall.Exec(process, frame);
                break;
            case SystemCall.Mount:
                frame->Rax = (ulong)FileCalls.Mount(process, frame);
                break;
            case SystemCall.ListMounts:
                frame->Rax = (ulong)FileCalls.ListMounts(process, frame);
                break;
            case SystemCall.Umount:
                frame->Rax = (ulong)FileCalls.Umount(process, frame);
                break;
            case SystemCall.Close:
                frame->Rax = (ulong)HandleCalls.Close(process, frame->Rdi);
                break;
            case SystemCall.AwaitInterrupt:
                frame->Rax = (ulong)ThreadCalls.AwaitInterrupt(process, frame->Rdi);
                break;
            case SystemCall.Sleep:
                frame->Rax = (ulong)ThreadCalls.Sleep(frame->Rdi);
                break;
            case SystemCall.ReceiveDeadline:
                MessageCalls.Receive(process, frame, frame->Rdi, frame->Rsi, WaitKind.Rendezvous);
                break;
            case SystemCall.Kill:
                frame->Rax = (ulong)ProcessCalls.Kill(process, frame);
                break;
            case SystemCall.Wait:
                ProcessCalls.Wait(process, frame);
                break;
            case SystemCall.Statistics:
                frame->Rax = (ulong)StatisticsCall.Write(process, frame);
                break;
            case SystemCall.Date:
                frame->Rax = (ulong)DebugCalls.Date(frame);
                break;
            case SystemCall.ReceiveAny:
                ReceiveAnyCall.Receive(process, frame);
                break;
            case SystemCall.Suspend:
                frame->Rax = (ulong)SuspendCalls.Suspend(process, frame);
                break;
            case SystemCall.Resume:
                frame->Rax = (ulong)SuspendCalls.Resume(process);
                break;
            case SystemCall.Decommit:
                frame->Rax = (ulong)MemoryCalls.Decommit(process, frame->Rdi, frame->Rsi);
                break;
            default:
                frame->Rax = (ulong)ErrorCode.NotImplemented;
                break;
        }

        RendezvousTable.SettleReferences();
        return Dispatcher.Resume();
    }

    private static void Watch(InterruptFrame* frame)
    {
        if (Trace.IsOn(Subsystem.Syscall))
            Report(frame);
        if (!Trace.IsOn(Subsystem.Audit))
            return;
        EventDigest.Add(Dispatcher.Running->Id, frame->Rax, frame->Rdi, frame->Rsi, frame->Rdx);
        Audit();
    }

    private static void Report(InterruptFrame* frame) =>
        Trace.Event("syscall.call").Number("thread", Dispatcher.Running->Id).Hexadecimal("rax", frame->Rax)
            .Hexadecimal("rdi", frame->Rdi).Hexadecimal("rsi", frame->Rsi).Hexadecimal("rdx", frame->Rdx).End();
}
