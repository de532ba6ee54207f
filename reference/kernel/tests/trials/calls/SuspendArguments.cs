using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The calls <c>suspend</c> and <c>resume</c>.</summary>
internal static unsafe class SuspendArguments
{
    // A record: thread, top of its stack, its registers as an interrupt leaves them (22 words), XMM0 to XMM15.
    private const int RecordSize = 16 + (22 * 8) + 256;
    private const int RipAt = 16 + (17 * 8), RspAt = 16 + (20 * 8), CsAt = 16 + (18 * 8);

    internal static void Capacities()
    {
        ulong buffer = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Expect.Equal(Call.Done(SystemCallNumber.Suspend, 0, 0).Rdi, 0ul); // nobody to suspend, nothing to write
        Call.Done(SystemCallNumber.Resume);
        Call.Done(SystemCallNumber.Resume); // nothing to resume
        Actor first = Actor.InThisProcess();
        Actor second = Actor.InThisProcess();
        foreach (ulong capacity in (ulong[])[0, 1])
            Expect.Equal(Call.Fails(Error.Parameter, SystemCallNumber.Suspend, buffer, capacity).Rdi, 2ul);
        Expect.Equal(*(ulong*)buffer, 0ul);
        first.Do(SystemCallNumber.Yield);

        // Capacities that overflow when they are multiplied are only room.
        foreach (ulong capacity in (ulong[])[2, 3, 1ul << 56, ulong.MaxValue])
        {
            Expect.Equal(Call.Done(SystemCallNumber.Suspend, buffer, capacity).Rdi, 2ul);
            Call.Done(SystemCallNumber.Resume);
        }

        // The buffer ends before the second record does.
        ulong end = buffer + Addresses.Page;
        Expect.Equal(Call.Fails(Error.Parameter, SystemCallNumber.Suspend, end - (2 * RecordSize) + 1, 2).Rdi, 2ul);
        Expect.Equal(Call.Done(SystemCallNumber.Suspend, end - (2 * RecordSize), 2).Rdi, 2ul);
        Call.Done(SystemCallNumber.Resume);
        second.Do(SystemCallNumber.Yield);
    }

    internal static void ContextsOfTheOthers()
    {
        ulong buffer = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Rendezvous place = Rendezvous.New();
        Actor waiting = Actor.InThisProcess();
        Actor sleeping = Actor.InThisProcess();
        Actor receiving = Actor.InThisProcess();
        waiting.Begin(SystemCallNumber.Receive, place.First);
        sleeping.Begin(SystemCallNumber.Sleep, 30_000);
        receiving.Begin(SystemCallNumber.ReceiveDeadline, place.Second, 1); // refused: somebody receives there
        Expect.Equal(receiving.End().Rax, (ulong)Error.ReceiveBlocking);
        Expect.Equal(Call.Done(SystemCallNumber.Suspend, buffer, 8).Rdi, 3ul);

        // Each record: a thread of this process, its stack, and registers of ring 3 within them.
        for (ulong i = 0; i < 3; i++)
        {
            byte* record = (byte*)(buffer + (i * RecordSize));
            ulong top = *(ulong*)(record + 8);
            ulong rsp = *(ulong*)(record + RspAt);
            Expect.True(*(ulong*)record > Usage.ThisProcess);
            Expect.True(top % Addresses.StackSlot == 0 && top > Addresses.StacksStart + Addresses.StackSlot && top <= Addresses.StacksStart + (4 * Addresses.StackSlot));
            Expect.True(rsp < top && rsp >= top - Addresses.StackSize);
            Expect.True(*(ulong*)(record + RipAt) is > Addresses.Code and < Addresses.Information);
            Expect.Equal(*(ulong*)(record + CsAt), 0x33ul);
        }

        // Their waits go on: one gets its message, one its time; they run when they are resumed and not before.
        Call.Done(SystemCallNumber.Send, 5, 6, 7, Call.Through(place.Second));
        SystemCall.Sleep(60_000);
        Expect.True(Usage.TryFind(Usage.ThisProcess, out ProcessStatistics self));
        Expect.Equal((int)self.Threads, 4);
        Expect.True(waiting.IsWaiting);
        Expect.True(sleeping.IsWaiting);
        Call.Done(SystemCallNumber.Resume);
        Expect.Equal(waiting.End().Rdi, 5ul);
        Expect.Equal(sleeping.End().Rax, 0ul);

        // Suspended threads die with their process as any others: see the end of this trial.
        receiving.Begin(SystemCallNumber.Sleep, 1);
        Expect.Equal(Call.Done(SystemCallNumber.Suspend, buffer, 8).Rdi, 3ul);
    }
}
