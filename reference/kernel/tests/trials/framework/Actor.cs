using System.Runtime.CompilerServices;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// A thread that makes the system calls it is told to, one at a time, so that a trial can put threads into any state and look on. It lives in the
/// trial's own process or in another. A command's registers travel in a chunk, and come back in it when the call has returned.
/// </summary>
internal sealed unsafe class Actor
{
    internal const string Word = "actor";

    private const ulong MakeCall = 300, TakeHandle = 301, StartThread = 302, Touch = 303;

    private readonly Handle commands;
    private readonly Handle results;
    private readonly bool isInThisProcess;

    private Actor(Handle commands, Handle results, Process process, bool isInThisProcess)
    {
        this.commands = commands;
        this.results = results;
        this.isInThisProcess = isInThisProcess;
        Process = process;
    }

    /// <summary>Its process, where that is not the trial's.</summary>
    internal Process Process { get; }

    /// <summary>Whether its call has not returned yet.</summary>
    internal bool IsWaiting
    {
        get
        {
            Settle();
            return !finished && !TryCollect(0);
        }
    }

    private bool finished;
    private SystemCallRegisters result;

    /// <summary>A thread of this process.</summary>
    internal static Actor InThisProcess()
    {
        (Handle commands, Handle own) = NewRendezvous();
        (Handle results, Handle answers) = NewRendezvous();
        Expect.Done(Thread.TryStart(() => Loop(own, answers), out _, out Error error), error);
        return new Actor(commands, results, default, isInThisProcess: true);
    }

    /// <summary>The first thread of another process.</summary>
    internal static Actor InOtherProcess()
    {
        (Handle commands, Handle own) = NewRendezvous();
        (Handle results, Handle answers) = NewRendezvous();
        Process process = Children.Start(own, answers, Word, Word);
        return new Actor(commands, results, process, isInThisProcess: false);
    }

    /// <summary>One of the two.</summary>
    internal static Actor In(bool otherProcess) => otherProcess ? InOtherProcess() : InThisProcess();

    /// <summary>Another thread of this one's process.</summary>
    internal Actor Fork()
    {
        if (isInThisProcess)
            return InThisProcess();
        (Handle commands, Handle own) = NewRendezvous();
        (Handle results, Handle answers) = NewRendezvous();
        Order(new Message(StartThread, own, answers));
        Expect.True(TryReceive(out _));
        Settle();
        return new Actor(commands, results, Process, isInThisProcess: false);
    }

    /// <summary>Gives it a handle; the caller's own is gone then, unless they share a process.</summary>
    /// <returns>The handle's number with the actor.</returns>
    internal ulong Give(Handle handle)
    {
        if (isInThisProcess)
            return handle.Number;
        Order(new Message(TakeHandle, handle));
        Expect.True(TryReceive(out Message reply));
        return reply.First.Value;
    }

    /// <summary>Gives it a copy of a handle; a thread of the same process just uses the same.</summary>
    internal ulong Share(Handle handle)
    {
        if (isInThisProcess)
            return handle.Number;
        Expect.Done(SystemCall.TryCopy(handle, out Handle copy, out Error error), error);
        return Give(copy);
    }

    /// <summary>Gives it a chunk; where it lies with the actor.</summary>
    internal ulong Give(MemoryChunk chunk)
    {
        if (isInThisProcess)
            return chunk.Address;
        Order(new Message(TakeHandle, 0ul, chunk));
        Expect.True(TryReceive(out Message reply));
        return reply.Second.Value;
    }

    /// <summary>It makes a call. When this returns it has been made, and it has returned or waits.</summary>
    internal void Begin(SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0)
    {
        Send(Call.With(number, rdi, rsi, rdx, rax), 0);
        Settle();
    }

    /// <summary>It makes a call after the next tick. When this returns it sleeps.</summary>
    internal void BeginAfterTick(SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0) =>
        BeginAfter(1, number, rdi, rsi, rdx, rax);

    /// <summary>It makes a call after some microseconds. When this returns it sleeps.</summary>
    internal void BeginAfter(ulong microseconds, SystemCallNumber number, ulong rdi = 0, ulong rsi = 0, ulong rdx = 0, ulong rax = 0)
    {
        Send(Call.With(number, rdi, rsi, rdx, rax), microseconds);
        Settle();
    }

    /// <summary>Its call has returned: with what.</summary>
    internal SystemCallRegisters End([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Settle();
        if (!finished && !TryCollect(0))
            Expect.Fail("the call has not returned", file, line);
        return result;
    }

    /// <summary>Its call returns within a time.</summary>
    internal SystemCallRegisters End(ulong microseconds, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!finished && !TryCollect(microseconds))
            Expect.Fail("the call did not return in time", file, line);
        return result;
    }

    /// <summary>It makes a call that returns at once.</summary>
    internal SystemCallRegisters Do(
        SystemCallNumber number,
        ulong rdi = 0,
        ulong rsi = 0,
        ulong rdx = 0,
        ulong rax = 0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        Begin(number, rdi, rsi, rdx, rax);
        return End(file, line);
    }

    /// <summary>It writes to an address; it does not come back if it must not.</summary>
    internal void Write(ulong address)
    {
        Order(new Message(Touch, address));
        Settle();
    }

    /// <summary>It has come back from writing.</summary>
    internal void CollectWritten() => Expect.True(TryReceive(out _));

    /// <summary>What the thread does; see <see cref="Program"/>.</summary>
    internal static int Play()
    {
        Loop(Handle.StandardInput, Handle.StandardOutput);
        return 0;
    }

    private static (Handle Ours, Handle Theirs) NewRendezvous()
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle ours, out Handle theirs, out Error error), error);
        return (ours, theirs);
    }

    /// <summary>The actors that can run do so until they wait: each was put before this thread in the queue, or is just behind those.</summary>
    private static void Settle()
    {
        for (int i = 0; i < 3; i++)
            SystemCall.Yield();
    }

    private static void Loop(Handle commands, Handle answers)
    {
        while (SystemCall.TryReceive(commands, out Message command, out _))
        {
            Message reply = default;
            switch (command.Tag)
            {
                case MakeCall:
                    var registers = (SystemCallRegisters*)command.Second.Value;
                    SystemCallRegisters copy = *registers;
                    if (command.First.Value != 0)
                        SystemCall.Sleep(command.First.Value);
                    SystemCall.Raw(ref copy);
                    *registers = copy;
                    command.Second.IsMemory(out MemoryChunk chunk);
                    reply = new Message(MakeCall, 0ul, chunk);
                    break;
                case TakeHandle:
                    reply = new Message(TakeHandle, command.First.Value, command.Second.Value);
                    break;
                case StartThread:
                    command.First.IsHandle(out Handle otherCommands);
                    command.Second.IsHandle(out Handle otherAnswers);
                    Thread.TryStart(() => Loop(otherCommands, otherAnswers), out ulong thread, out _);
                    reply = new Message(StartThread, thread);
                    break;
                default:
                    *(ulong*)command.First.Value = 1;
                    break;
            }

            SystemCall.TrySend(answers, ref reply, out _);
        }
    }

    private void Send(SystemCallRegisters registers, ulong sleep)
    {
        finished = false;
        Expect.Done(SystemCall.TryAllocate(1, out MemoryChunk chunk, out Error error), error);
        *(SystemCallRegisters*)chunk.Address = registers;
        Order(new Message(MakeCall, sleep, chunk));
    }

    private void Order(Message command) => Expect.Done(SystemCall.TrySend(commands, ref command, out Error error), error);

    private bool TryReceive(out Message reply) => SystemCall.TryReceive(results, 1_000_000, out reply, out _);

    private bool TryCollect(ulong microseconds)
    {
        if (!SystemCall.TryReceive(results, microseconds, out Message reply, out Error error))
        {
            Expect.Equal(error, Error.TimedOut);
            return false;
        }

        Expect.True(reply.Second.IsMemory(out MemoryChunk chunk));
        result = *(SystemCallRegisters*)chunk.Address;
        Expect.Done(SystemCall.TryFree(chunk, out error), error);
        finished = true;
        return true;
    }
}
