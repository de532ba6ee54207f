using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Arguments of the calls about processes, and what becomes of a status.</summary>
internal static unsafe class ProcessArguments
{
    /// <summary>The longest file that exec reads.</summary>
    private const ulong LongestFile = 64ul << 20;

    internal static void OfKillAndWait()
    {
        // A handle that stands for no process.
        Rendezvous place = Rendezvous.New();
        Call.Fails(Error.Parameter, SystemCallNumber.Kill, place.First, 1);
        Call.Fails(Error.Parameter, SystemCallNumber.Wait, place.First, 0);
        Call.Fails(Error.Parameter, SystemCallNumber.Wait, place.First, ulong.MaxValue);

        Actor other = Actor.InOtherProcess();
        ulong handle = other.Process.Handle.Number;
        Call.Fails(Error.TimedOut, SystemCallNumber.Wait, handle, 0);
        Call.Fails(Error.TimedOut, SystemCallNumber.Wait, handle, 1);
        Call.Fails(Error.Denied, SystemCallNumber.Send, 1, 2, 3, Call.Through(handle));
        Call.Fails(Error.Denied, SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(handle));
        Call.Done(SystemCallNumber.Kill, handle, 0xFFFF_FFFF_FFFF_FFFE);
        Call.Fails(Error.Closed, SystemCallNumber.Kill, handle, 1);

        // The whole status, and its end after the end.
        SystemCallRegisters end = Call.Done(SystemCallNumber.Wait, handle, 0);
        Expect.Equal(end.Rdi, 0xFFFF_FFFF_FFFF_FFFE);
        Expect.Equal(end.Rsi, (ulong)EndReason.Killed);
        Expect.Equal(end.Rdx, 0ul);
        Call.Fails(Error.Closed, SystemCallNumber.Wait, handle, 0);
        Call.Fails(Error.Closed, SystemCallNumber.Wait, handle, ulong.MaxValue);
    }

    internal static void OfExec()
    {
        // A file without a byte, one that is too long, and handles before anything is looked at.
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, (LongestFile / Addresses.Page) + 1, 0).Rdi;
        Call.Fails(Error.Parameter, SystemCallNumber.Exec, chunk, 1, 0, 0);
        Call.Fails(Error.Parameter, SystemCallNumber.Exec, chunk, 1, 0, (LongestFile + 1) << 32);
        Call.Fails(Error.Thread, SystemCallNumber.Exec, chunk, 1, 0, 64ul << 32);
        Call.Fails(Error.Thread, SystemCallNumber.Exec, chunk, 1, 0, 1ul << 32);

        // Parameters of length 0 are not looked at, wherever they are.
        Call.Fails(Error.Thread, SystemCallNumber.Exec, chunk, 1, ulong.MaxValue, 64ul << 32);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
    }

    internal static void StatusOfTheLastThread()
    {
        // What another thread says does not count.
        Actor other = Actor.InThisProcess();
        other.Begin(SystemCallNumber.ExitThread, 7);
        SystemCall.ExitThread(41);
    }

    internal static void StatusOfASuicide()
    {
        Actor other = Actor.InThisProcess();
        other.Begin(SystemCallNumber.Kill, ulong.MaxValue, 42);
        Expect.Fail("a thread went on after its process's end");
    }
}
