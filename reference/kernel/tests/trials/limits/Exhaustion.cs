using System;
using System.Threading;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Tables of fixed size.</summary>
internal static unsafe class Exhaustion
{
    private const int MostStacks = 512, MostThreads = 1024, MostProcesses = 255, MostRendezvous = 4095, MostHandles = 1024, MostMounts = 1023, MostWindows = 511;

    /// <summary>Threads of the kernel's own: the idle one, and the one that gives memory back in steps.</summary>
    private const int KernelThreads = 2;

    internal static void Stacks()
    {
        // Twice, because they must come back.
        for (int round = 0; round < 2; round++)
        {
            int stopped = 0;
            int[] touched = new int[1];
            for (int count = 1; count < MostStacks; count++)
            {
                Sequence.Fork(() =>
                {
                    touched[0]++;
                    while (Volatile.Read(ref stopped) == 0)
                        SystemCall.Sleep(20_000);
                });
            }

            Expect.True(!Euralios.Std.Thread.TryStart(static () => { }, out _, out Error error));
            Expect.Equal(error, Error.NoStack);
            Expect.True(Usage.TryFind(Usage.ThisProcess, out ProcessStatistics self));
            Expect.Equal((int)self.Threads, MostStacks);
            SystemCall.Sleep(50_000);
            Expect.Equal(touched[0], MostStacks - 1);
            stopped = 1;
            SystemCall.Sleep(100_000);
            Expect.True(Usage.TryFind(Usage.ThisProcess, out self));
            Expect.Equal((int)self.Threads, 1);
        }
    }

    internal static void Threads()
    {
        // Two processes have as many threads as they can; the second one finds the table full.
        Usage before = Usage.Now();
        Process first = StartUntilFull("threads", out Handle firstChannel, out ulong firstThreads, out Error error);
        Expect.Equal(error, Error.NoStack);
        Expect.Equal(firstThreads, (ulong)MostStacks);
        Process second = StartUntilFull("threads", out Handle secondChannel, out ulong secondThreads, out error);
        Expect.Equal(error, Error.NoStack);
        Expect.Equal(secondThreads, (ulong)MostThreads - MostStacks - KernelThreads - 2); // init's and this one

        // Now no thread of anybody's, and no process.
        Expect.True(!Euralios.Std.Thread.TryStart(static () => { }, out _, out error));
        Expect.Equal(error, Error.NoStack);
        byte[] program = ElfFile.Exit(1);
        Exec.Fails(Error.Memory, program);
        Exec.Fails(Error.Memory, program, "Cm0,/x:"u8);
        Children.Kill(first);
        Expect.Equal(Children.Await(Exec.Start(program)).Status, 1);
        Children.Kill(second);
        SystemCall.TryClose(firstChannel, out _);
        SystemCall.TryClose(secondChannel, out _);
        Usage.ExpectAs(before);
    }

    /// <summary>The part of a process that forks as often as it can, tells how many threads it has, and waits for its end.</summary>
    internal static int ForkUntilFull()
    {
        // A stack whose thread could not be made is no memory either: nothing is mapped there.
        ulong threads = 1;
        while (Euralios.Std.Thread.TryStart(static () => SystemCall.Sleep(ulong.MaxValue), out _, out _))
            threads++;
        ulong next = Addresses.StacksStart + ((threads + 1) * Addresses.StackSlot) - 64;
        if (threads < MostStacks)
            Call.Fails(Error.Parameter, SystemCallNumber.Statistics, next, 64);
        return Tell(threads, Error.NoStack);
    }

    internal static void Processes()
    {
        Usage before = Usage.Now();
        byte[] program = ElfFile.Wait();
        int others = (int)before.Processes;
        var started = new Process[MostProcesses - others];
        for (int i = 0; i < started.Length; i++)
            started[i] = Exec.Start(program, i % 3 == 0 ? "N"u8 : i % 3 == 1 ? "C"u8 : default);
        Expect.Equal(Usage.Now().Processes, (ulong)MostProcesses);
        Exec.Fails(Error.Memory, program);
        Exec.Fails(Error.Memory, program, "N"u8);
        Exec.Fails(Error.Memory, program, "Cm0,/x:m1,/y:"u8);

        // Each of them waits; they end in another order than they began, and their places can be used again.
        for (int i = 0; i < started.Length; i += 2)
            Children.Kill(started[i]);
        for (int i = 0; i < started.Length; i += 2)
            started[i] = Exec.Start(program);
        Exec.Fails(Error.Memory, program);
        Children.EndAll();
        Usage.ExpectAs(before);
    }

    internal static void Rendezvous()
    {
        Usage before = Usage.Now();
        ulong used = before.Rendezvous;
        Error error = Error.NoMemorySlots;
        while (error == Error.NoMemorySlots)
        {
            StartUntilFull("rendezvous", out _, out _, out error);
            Expect.True(Usage.Now().Rendezvous > used);
            used = Usage.Now().Rendezvous;
        }

        Expect.Equal(error, Error.Memory);
        Expect.Equal(used, (ulong)MostRendezvous);
        Call.Fails(Error.Memory, SystemCallNumber.NewRendezvous);

        // A process can be started without a handle to it, but not with one.
        byte[] program = ElfFile.Exit(3);
        ulong input = Call.Done(SystemCallNumber.CopyRendezvous, 0).Rdi;
        ulong output = Call.Done(SystemCallNumber.CopyRendezvous, 1).Rdi;
        Usage full = Usage.Now();
        Expect.Equal(Exec.Call(program, input, output).Rax, (ulong)Error.Memory);
        Usage.ExpectAs(full);
        Expect.Equal(Exec.Call(program, input, output, default, 0).Rax, 0ul);
        SystemCall.Yield();
        Children.EndAll();
    }

    /// <summary>The part of a process that makes rendezvous as long as it can.</summary>
    internal static int NewUntilFull()
    {
        ulong count = 0;
        Error error;
        while (SystemCall.TryNewRendezvous(out _, out Handle second, out error))
        {
            SystemCall.TryClose(second, out _);
            count++;
        }

        return Tell(count, error);
    }

    internal static void Handles()
    {
        fixed (byte* path = "/place"u8)
        {
            Rendezvous place = Trials.Rendezvous.New();
            ulong count = Usage.Now().Handles;
            Call.Done(SystemCallNumber.Mount, (ulong)path, 6, 0, Call.Through(Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi));
            ulong last = 0;
            while (last < MostHandles - 1)
                last = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
            Expect.Equal(Usage.Now().Handles - count, (ulong)MostHandles - 4);
            Usage full = Usage.Now();
            Call.Fails(Error.NoMemorySlots, SystemCallNumber.CopyRendezvous, place.First);
            Call.Fails(Error.NoMemorySlots, SystemCallNumber.NewRendezvous);
            Call.Fails(Error.NoMemorySlots, SystemCallNumber.Open, (ulong)path, 6);
            byte[] program = ElfFile.Exit(4);
            Expect.Equal(Exec.Call(program, 900, 901).Rax, (ulong)Error.NoMemorySlots);
            Usage.ExpectAs(full);

            // Room for one: a pair still does not fit, and nothing of it stays.
            Call.Done(SystemCallNumber.Close, 500);
            Usage one = Usage.Now();
            Call.Fails(Error.NoMemorySlots, SystemCallNumber.NewRendezvous);
            Usage.ExpectAs(one);
            Expect.Equal(Call.Done(SystemCallNumber.Open, (ulong)path, 6).Rdi, 500ul);
            Call.Done(SystemCallNumber.Close, 500);
            SystemCallRegisters started = Exec.Call(program, 900, 901);
            Expect.Equal(started.Rax, 0ul);
            Expect.Equal(started.Rsi, 500ul);
            Expect.Equal(Call.Done(SystemCallNumber.Wait, 500, ulong.MaxValue).Rdi, 4ul);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 6);
        }
    }

    internal static void Mounts()
    {
        Usage before = Usage.Now();
        Rendezvous place = Trials.Rendezvous.New();
        byte[] path = "/00000"u8.ToArray();
        fixed (byte* text = path)
        {
            int count = 0;
            while (true)
            {
                Number(path, count);
                ulong copy = Call.Done(SystemCallNumber.CopyRendezvous, place.First).Rdi;
                SystemCallRegisters mounted = Call.Make(SystemCallNumber.Mount, (ulong)text, 6, 0, Call.Through(copy));
                if (mounted.Rax != 0)
                {
                    // The handle is still the caller's.
                    Expect.Equal(mounted.Rax, (ulong)Error.Memory);
                    Call.Done(SystemCallNumber.Close, copy);
                    break;
                }

                count++;
            }

            Expect.Equal(count, MostMounts);
            byte[] program = ElfFile.Exit(5);
            Exec.Fails(Error.Memory, program, "C"u8);
            Exec.Fails(Error.Memory, program, "m0,/x:"u8);
            Expect.Equal(Children.Await(Exec.Start(program)).Status, 5);
            Expect.Equal(Children.Await(Exec.Start(program, "N"u8)).Status, 5);

            // Half of them fit twice, but for one mount more.
            for (int i = count / 2; i < count; i++)
            {
                Number(path, i);
                Call.Done(SystemCallNumber.Unmount, (ulong)text, 6);
            }

            Expect.Equal(Children.Await(Exec.Start(program, "C"u8)).Status, 5);
            Rendezvous other = Trials.Rendezvous.New();
            Number(path, count);
            Call.Done(SystemCallNumber.Mount, (ulong)text, 6, 0, Call.Through(other.First));
            Exec.Fails(Error.Memory, program, "Cm1,/x:"u8);
            Call.Done(SystemCallNumber.Unmount, (ulong)text, 6);
            Call.Done(SystemCallNumber.Close, other.Second);
            for (int i = 0; i < count / 2; i++)
            {
                Number(path, i);
                Call.Done(SystemCallNumber.Unmount, (ulong)text, 6);
            }
        }

        place.Close();
        Usage.ExpectAs(before);
    }

    internal static void Windows()
    {
        Usage before = Usage.Now();
        for (ulong i = 1; i <= MostWindows; i++)
            Expect.Equal(Call.Done(SystemCallNumber.AllocateMemory, 1, i % 2 == 0 ? 0 : ulong.MaxValue).Rdi, Addresses.StacksStart + (i * Addresses.ChunkWindow));
        Usage full = Usage.Now();
        Call.Fails(Error.Memory, SystemCallNumber.AllocateMemory, 1, 0);
        Call.Fails(Error.Memory, SystemCallNumber.AllocateMemory, 100, ulong.MaxValue);
        Call.Fails(Error.Memory, SystemCallNumber.ListMounts);
        Usage.ExpectAs(full);
        Call.Done(SystemCallNumber.FreeMemory, Addresses.StacksStart + (300 * Addresses.ChunkWindow));
        Expect.Equal(Call.Done(SystemCallNumber.ListMounts).Rdi, Addresses.StacksStart + (300 * Addresses.ChunkWindow));
        for (ulong i = 1; i <= MostWindows; i++)
            Call.Done(SystemCallNumber.FreeMemory, Addresses.StacksStart + (i * Addresses.ChunkWindow));
        Usage.ExpectAs(before);
    }

    /// <summary>Starts a child that uses something up, and hears how much of it and with which error it ended.</summary>
    private static Process StartUntilFull(string part, out Handle channel, out ulong count, out Error error)
    {
        Process process = Child.Start(part, out channel);
        SystemCallRegisters told = Call.Done(SystemCallNumber.ReceiveDeadline, channel.Number, 10_000_000);
        count = told.Rdi;
        error = (Error)told.Rsi;
        return process;
    }

    private static int Tell(ulong count, Error error)
    {
        SystemCall.Sleep(1); // all its threads have run, and used their stacks
        SystemCall.Sleep(1);
        Call.Done(SystemCallNumber.Send, count, (ulong)error, 0, Call.Through(0));
        SystemCall.Sleep(ulong.MaxValue);
        return 0;
    }

    private static void Number(byte[] path, int number)
    {
        for (int i = path.Length - 1; i > 0; i--, number /= 10)
            path[i] = (byte)('0' + (number % 10));
    }
}
