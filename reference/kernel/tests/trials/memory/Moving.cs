using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Chunks that go from process to process and back.</summary>
internal static unsafe class Moving
{
    internal static void OnDemand()
    {
        // What was not touched stays on demand, what was only read too; on either side.
        Actor other = Actor.InOtherProcess();
        MoveOnDemand(other); // once to warm up: the other process's stack and heap grow
        Usage before = Usage.Now();
        MoveOnDemand(other);
        Usage.ExpectAs(before);
    }

    private static void MoveOnDemand(Actor other)
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1000, 0).Rdi;
        *(ulong*)(chunk + (5 * Addresses.Page)) = 55;
        Expect.Equal(*(ulong*)(chunk + (6 * Addresses.Page)), 0ul);
        ulong theirs = other.Give(new MemoryChunk(chunk));
        other.Write(theirs + (7 * Addresses.Page));
        other.CollectWritten();
        Rendezvous back = Rendezvous.New();
        ulong way = other.Give(back.FirstHandle);
        other.Begin(SystemCallNumber.Send, 1, 2, theirs, Call.Through(way) | Call.SecondMemory);
        chunk = Call.Make(SystemCallNumber.ReceiveDeadline, back.Second, 1_000_000).Rdx;
        other.End();
        Expect.Equal(*(ulong*)(chunk + (5 * Addresses.Page)), 55ul);
        Expect.Equal(*(ulong*)(chunk + (6 * Addresses.Page)), 0ul);
        Expect.Equal(*(ulong*)(chunk + (7 * Addresses.Page)), 1ul);
        *(ulong*)(chunk + (6 * Addresses.Page)) = 66;
        *(ulong*)(chunk + (999 * Addresses.Page)) = 99;
        Expect.Equal(*(ulong*)(chunk + (998 * Addresses.Page)), 0ul);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        other.Do(SystemCallNumber.Close, way);
        back.Close();
    }

    internal static void Accounts()
    {
        // The frames of a chunk are its owner's, tables included: that is what statistics say of both.
        Actor other = Actor.InOtherProcess();
        other.Do(SystemCallNumber.Yield);
        ulong mine = Usage.Now().OwnFrames;
        ulong theirs = FramesOf(other);
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 600, ulong.MaxValue).Rdi;
        ulong onDemand = Call.Done(SystemCallNumber.AllocateMemory, 600, 0).Rdi;
        for (ulong page = 0; page < 600; page += 6)
            *(ulong*)(onDemand + (page * Addresses.Page)) = 1;
        Expect.Equal(Usage.Now().OwnFrames - mine, 600ul + 3 + 100 + 3);
        ulong there = other.Give(new MemoryChunk(chunk));
        ulong second = other.Give(new MemoryChunk(onDemand));
        SystemCall.Yield();
        Expect.Equal(Usage.Now().OwnFrames, mine);
        Expect.Equal(FramesOf(other) - theirs, 600ul + 3 + 100 + 3);
        Expect.Equal(other.Do(SystemCallNumber.Decommit, second, 60).Rax, 0ul);
        SystemCall.Yield();
        Expect.Equal(FramesOf(other) - theirs, 600ul + 3 + 90 + 3);
        Expect.Equal(other.Do(SystemCallNumber.FreeMemory, there).Rax, 0ul);
        Expect.Equal(other.Do(SystemCallNumber.FreeMemory, second).Rax, 0ul);
        SystemCall.Yield();
        Expect.Equal(FramesOf(other), theirs);
    }

    private static ulong FramesOf(Actor actor)
    {
        Expect.True(Usage.TryFind(actor.Process.Id, out ProcessStatistics record));
        return record.Frames;
    }
}
