using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Handles that stand for processes.</summary>
internal static class ProcessHandles
{
    internal static void CopiedAndSent()
    {
        // Another process waits for the end of a third one, and is told; it may also kill it.
        Actor keeper = Actor.InOtherProcess();
        Process process = Exec.Start(ElfFile.Wait());
        ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, process.Handle.Number).Rdi;
        ulong theirs = keeper.Give(new Handle((uint)copy));
        keeper.Begin(SystemCallNumber.Wait, theirs, ulong.MaxValue);
        Expect.True(keeper.IsWaiting);
        Call.Done(SystemCallNumber.Kill, process.Handle.Number, 31);
        SystemCallRegisters end = keeper.End();
        Expect.Equal(end.Rax, 0ul);
        Expect.Equal(end.Rdi, 31ul);

        Process second = Exec.Start(ElfFile.Wait());
        theirs = keeper.Share(second.Handle);
        Expect.Equal(keeper.Do(SystemCallNumber.Kill, theirs, 32).Rax, 0ul);
        Expect.Equal(Call.Done(SystemCallNumber.Wait, second.Handle.Number, 0).Rdi, 32ul);
        Expect.Equal(keeper.Do(SystemCallNumber.Kill, theirs, 33).Rax, (ulong)Error.Closed);

        // The right to kill comes with the handle; itself, by a handle that its parent passed on.
        Actor victim = Actor.InOtherProcess();
        theirs = victim.Share(victim.Process.Handle);
        victim.Begin(SystemCallNumber.Kill, theirs, 34);
        Expect.Equal(Call.Done(SystemCallNumber.Wait, victim.Process.Handle.Number, 1_000_000).Rdi, 34ul);
        Children.EndAll();
    }

    internal static void AfterTheEnd()
    {
        foreach (bool byMessage in (bool[])[false, true])
        {
            Process process = Exec.Start(ElfFile.Exit(35));
            SystemCall.Yield();
            Expect.True(!Usage.TryFind(process.Id, out _));
            ulong handle = process.Handle.Number;
            ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, handle).Rdi;
            Call.Fails(Error.Closed, SystemCallNumber.Kill, handle, 1);

            // The end is told once, by whichever handle it is asked.
            SystemCallRegisters end = byMessage ? Call.Done(SystemCallNumber.Receive, copy) : Call.Done(SystemCallNumber.Wait, copy, ulong.MaxValue);
            Expect.Equal(byMessage ? end.Rsi : end.Rdi, 35ul);
            Expect.Equal(byMessage ? end.Rdx : end.Rsi, (ulong)EndReason.Exited);
            Call.Fails(Error.Closed, SystemCallNumber.Receive, handle);
            Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, copy, 0);
            Call.Fails(Error.Closed, SystemCallNumber.Wait, handle, ulong.MaxValue);
            Call.Done(SystemCallNumber.Close, copy);
            Call.Fails(Error.Closed, SystemCallNumber.Wait, handle, ulong.MaxValue);
        }
    }

    internal static void NotAskedFor()
    {
        Rendezvous other = Rendezvous.New();
        Rendezvous pair = Rendezvous.New();
        Usage before = Usage.Now();
        SystemCallRegisters started = Exec.Call(ElfFile.Wait(), other.First, pair.First, default, flags: 0);
        Expect.Equal(started.Rax, 0ul);
        Expect.Equal(started.Rsi, (other.First << 32) | pair.First);
        Expect.Equal(Usage.Now().Handles, before.Handles);
        Expect.Equal(Usage.Now().Rendezvous, before.Rendezvous);
        Expect.True(Usage.TryFind(started.Rdi, out ProcessStatistics record));
        Expect.Equal(record.Parent, Usage.ThisProcess);

        // It waits for its input, which ends with the last of the other end's handles.
        SystemCall.Yield();
        Call.Done(SystemCallNumber.Close, other.Second);
        SystemCall.Yield();
        Expect.True(!Usage.TryFind(started.Rdi, out _));
        before = Usage.Now();
        for (int i = 0; i < 3; i++)
        {
            pair = Rendezvous.New();
            Expect.Equal(Exec.Call(ElfFile.Exit(1), pair.First, pair.Second, default, flags: 0).Rax, 0ul);
            SystemCall.Yield();
        }

        Usage.ExpectAs(before);
    }

    internal static void Dropped()
    {
        // Nobody is interested in the end any more, before it and after it.
        byte[] exit = ElfFile.Exit(1);
        Exec.Fails(Error.Parameter, exit, "?"u8);
        Usage before = Usage.Now();
        for (int i = 0; i < 3; i++)
        {
            Process process = Exec.Start(exit);
            Children.Forget(process.Handle);
            if (i == 1)
                SystemCall.Yield();
            SystemCall.TryClose(process.Handle, out _);
            SystemCall.Yield();
        }

        Usage.ExpectAs(before);
    }

    internal static void SameAddressOwnMemory()
    {
        // Each writes to the same address, lets the others run a hundred times, and finds what it wrote.
        var processes = new Process[5];
        for (int i = 0; i < processes.Length; i++)
        {
            processes[i] = Exec.Start(ElfFile.Make(
                ElfPart.OfCode(
                    0xC6, 0x04, 0x25, 0, 0, 0x60, 0, (byte)(100 + i), // mov byte [0x600000], value
                    0x41, 0xBC, 100, 0, 0, 0, // mov r12d, 100
                    0xB8, 9, 0, 0, 0, 0x0F, 0x05, // yield
                    0x41, 0xFF, 0xCC, // dec r12d
                    0x75, 0xF4, // jnz
                    0x0F, 0xB6, 0x3C, 0x25, 0, 0, 0x60, 0, // movzx edi, byte [0x600000]
                    0xB8, 1, 0, 0, 0, 0x0F, 0x05), // exit
                new ElfPart(0x60_0000, [1], 0x1000, ElfPart.Data)));
        }

        for (int i = 0; i < processes.Length; i++)
            Expect.Equal(Children.Await(processes[i]).Status, 100 + i);
    }
}
