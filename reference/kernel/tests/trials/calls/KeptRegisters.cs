using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Which registers a call changes: what it gives back and nothing else, whether it returns at once, fails, or waits first.</summary>
internal static unsafe class KeptRegisters
{
    private static ReadOnlySpan<byte> Path => "/kept"u8;

    internal static void OfCallsThatReturnAtOnce()
    {
        byte* buffer = stackalloc byte[64 + 64];
        fixed (byte* path = Path)
        {
            Registers.Check(0, Outputs.None, SystemCallNumber.DebugWrite, rsi: 0);
            Registers.Check(0, Outputs.None, SystemCallNumber.Yield);
            RegisterSet pair = Registers.Check(0, Outputs.Rdi | Outputs.Rsi, SystemCallNumber.NewRendezvous);
            RegisterSet copy = Registers.Check(0, Outputs.Rdi, SystemCallNumber.CopyRendezvous, pair.Rdi);
            Registers.Check(0, Outputs.None, SystemCallNumber.Close, copy.Rdi);
            Registers.Check(0, Outputs.None, SystemCallNumber.Mount, (ulong)path, (ulong)Path.Length, rax: Call.Through(pair.Rdi));
            RegisterSet open = Registers.Check(0, Outputs.Rdi | Outputs.Rsi, SystemCallNumber.Open, (ulong)path, (ulong)Path.Length);
            Registers.Check(0, Outputs.None, SystemCallNumber.Close, open.Rdi);
            RegisterSet list = Registers.Check(0, Outputs.Rdi | Outputs.Rsi, SystemCallNumber.ListMounts);
            Registers.Check(0, Outputs.None, SystemCallNumber.FreeMemory, list.Rdi);
            Registers.Check(0, Outputs.None, SystemCallNumber.Unmount, (ulong)path, (ulong)Path.Length);
            Registers.Check(0, Outputs.None, SystemCallNumber.Close, pair.Rsi);
        }

        RegisterSet chunk = Registers.Check(0, Outputs.Rdi | Outputs.Rsi, SystemCallNumber.AllocateMemory, 2, 0);
        Registers.Check(0, Outputs.None, SystemCallNumber.Decommit, chunk.Rdi, 2);
        Registers.Check(0, Outputs.None, SystemCallNumber.FreeMemory, chunk.Rdi);
        chunk = Registers.Check(0, Outputs.Rdi | Outputs.Rsi, SystemCallNumber.AllocateMemory, 2, ulong.MaxValue);
        Registers.Check(0, Outputs.None, SystemCallNumber.FreeMemory, chunk.Rdi);
        Registers.Check(0, Outputs.Rdi, SystemCallNumber.Statistics, (ulong)buffer, 64 + 64);
        Registers.Check(0, Outputs.Rdi, SystemCallNumber.Date);
        Registers.Check(0, Outputs.Rdi, SystemCallNumber.Suspend, (ulong)buffer, 0);
        Registers.Check(0, Outputs.None, SystemCallNumber.Resume);
    }

    internal static void OfCallsThatFail()
    {
        const ulong nothing = 1000; // no handle has this number
        const ulong bad = 0x1000;
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.DebugWrite, bad, 8);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.Receive, nothing);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.ReceiveDeadline, nothing, 0);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.Send, rax: Call.Through(nothing));
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.SendReceive, rax: Call.Through(nothing));
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.Open, bad, 8);
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.FreeMemory, bad);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.CopyRendezvous, nothing);
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.Exec, bad, 1, 0, 100ul << 32);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.Mount, rax: Call.Through(nothing));
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.Unmount, bad, 8);
        Registers.Check(0, Outputs.None, SystemCallNumber.Close, nothing);
        Registers.Check((ulong)Error.Denied, Outputs.None, SystemCallNumber.AwaitInterrupt, 1);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.Kill, nothing);
        Registers.Check((ulong)Error.InvalidHandle, Outputs.None, SystemCallNumber.Wait, nothing);
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.Statistics, bad, 64);
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.ReceiveAny, bad, 1);
        Registers.Check((ulong)Error.Parameter, Outputs.None, SystemCallNumber.Decommit, 1, 1);

        // A failing malloc gives zeros back (spec 3.3).
        RegisterSet none = Registers.Check((ulong)Error.Memory, Outputs.Message, SystemCallNumber.AllocateMemory, 0, 0);
        Expect.Equal(none.Rdi | none.Rsi | none.Rdx, 0ul);
    }

    internal static void OfCallsThatWait()
    {
        Rendezvous place = Rendezvous.New();
        Actor other = Actor.InThisProcess();

        // A sleeper, and a receiver whose time runs out, are woken by the tick.
        Registers.Check(0, Outputs.None, SystemCallNumber.Sleep, 1);
        Registers.Check((ulong)Error.TimedOut, Outputs.None, SystemCallNumber.ReceiveDeadline, place.First, 1);
        uint handle = (uint)place.First;
        Registers.Check((ulong)Error.TimedOut, Outputs.None, SystemCallNumber.ReceiveAny, (ulong)(&handle), 1, 1);

        // Whoever waits for a message gets it in three registers; whoever sends gets nothing.
        other.Begin(SystemCallNumber.Send, 71, 72, 73, Call.Through(place.Second));
        ExpectMessage(Registers.Check(0, Outputs.Message, SystemCallNumber.Receive, place.First), 71, 72, 73);
        other.End();
        Later(other, SystemCallNumber.Send, 81, 82, 83, place.Second);
        ExpectMessage(Registers.Check(0, Outputs.Message, SystemCallNumber.Receive, place.First), 81, 82, 83);
        other.End();
        Later(other, SystemCallNumber.Send, 91, 92, 93, place.Second);
        ExpectMessage(Registers.Check(0, Outputs.Message, SystemCallNumber.ReceiveDeadline, place.First, 1_000_000), 91, 92, 93);
        other.End();
        Later(other, SystemCallNumber.Send, 94, 95, 96, place.Second);
        RegisterSet any = Registers.Check(0, Outputs.Message | Outputs.R8, SystemCallNumber.ReceiveAny, (ulong)(&handle), 1, 1_000_000);
        ExpectMessage(any, 94, 95, 96);
        Expect.Equal(any.R8, 0ul);
        other.End();
        Later(other, SystemCallNumber.Receive, place.Second, 0, 0, 0);
        Registers.Check(0, Outputs.None, SystemCallNumber.Send, rax: Call.Through(place.First));
        other.End();

        // The end of a process, with status, reason and vector.
        Actor process = Actor.InOtherProcess();
        process.Begin(SystemCallNumber.Sleep, 15_000);
        Later(other, SystemCallNumber.Kill, process.Process.Handle.Number, 99, 0, 0);
        ExpectMessage(Registers.Check(0, Outputs.Message, SystemCallNumber.Wait, process.Process.Handle.Number, 1_000_000), 99, (ulong)EndReason.Killed, 0, isWait: true);
    }

    internal static void OfForkedThreads()
    {
        // Two sets and a word behind them; a child has RAX and RDI of its own, and a stack.
        RegisterSet* sets = stackalloc RegisterSet[3];
        sets[0] = Registers.Fill();
        sets[0].Rax = (ulong)SystemCallNumber.ForkThread;
        sets[2].Rax = 0;
        RegisterSet before = sets[0];
        before.R15 = (ulong)sets;
        TrialCall.Fork(sets);
        for (int i = 0; i < 10 && sets[2].Rax == 0; i++)
            SystemCall.Yield();
        Expect.Equal(sets[2].Rax, 1ul);
        Expect.Equal(sets[0].Rax, 0ul);
        Expect.True(sets[0].Rdi > Usage.ThisProcess);
        Expect.Equal(Registers.Compare(before, sets[0], Outputs.Rdi, flags: false), "");
        Expect.Equal(sets[1].Rax, 0ul);
        Expect.Equal(sets[1].Rdi, 0ul);
        Expect.Equal(Registers.Compare(before, sets[1], Outputs.Rdi, flags: false), "");

        // This thread has the first slot, the child the second.
        Expect.Equal(sets[1].Rsp, Addresses.StacksStart + (2 * Addresses.StackSlot));
    }

    /// <summary>The actor sleeps over a tick, then makes the call; until then this thread waits already.</summary>
    private static void Later(Actor actor, SystemCallNumber number, ulong rdi, ulong rsi, ulong rdx, ulong handle) =>
        actor.BeginAfterTick(number, rdi, rsi, rdx, Call.Through(handle));

    private static void ExpectMessage(RegisterSet registers, ulong rdi, ulong rsi, ulong rdx, bool isWait = false)
    {
        Expect.Equal(registers.Rdi, rdi);
        Expect.Equal(registers.Rsi, rsi);
        Expect.Equal(registers.Rdx, rdx, isWait ? "the vector" : "rdx");
    }
}
