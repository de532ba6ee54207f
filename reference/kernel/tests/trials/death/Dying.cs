using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// Scenes in which a process ends. It has two threads: the victim, which is in the middle of something, and the other, which ends the process where it
/// is to end itself.
/// </summary>
internal static unsafe class Dying
{
    private const ulong Self = ulong.MaxValue;

    /// <summary>Ends the scene's process.</summary>
    /// <param name="by">Which of its threads does it, where one does; the one that each process has for that if none is named.</param>
    private delegate void Ending(Actor? by = null);

    /// <summary>How a process ends.</summary>
    private enum Way
    {
        /// <summary>The trial kills it.</summary>
        Killed,

        /// <summary>Its other thread does.</summary>
        KillsItself,

        /// <summary>Its other thread faults.</summary>
        Faults,
    }

    internal static void OfASender() => ForAll(static (victim, end) =>
    {
        foreach (Contents contents in (Contents[])[Contents.Values, Contents.Both])
        {
            Rendezvous place = Rendezvous.New();
            Actor sender = victim.Fork();
            Parcel.New(contents, sender, out SystemCallRegisters registers);
            sender.Begin(SystemCallNumber.Send, registers.Rdi, registers.Rsi, registers.Rdx, registers.Rax | Call.Through(sender.Share(place.FirstHandle)));
            Expect.True(sender.IsWaiting);
        }

        end();
    });

    internal static void OfAReceiver() => ForAll(static (victim, end) =>
    {
        Rendezvous place = Rendezvous.New();
        victim.Begin(SystemCallNumber.Receive, victim.Give(place.FirstHandle));
        end();
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        place.Close();
    });

    internal static void OfAQuestioner() => ForAll(static (victim, end) =>
    {
        Rendezvous place = Rendezvous.New();
        Parcel.New(Contents.Both, victim, out SystemCallRegisters registers);
        victim.Begin(SystemCallNumber.SendReceive, registers.Rdi, registers.Rsi, registers.Rdx, registers.Rax | Call.Through(victim.Give(place.FirstHandle)));
        end();
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, place.Second, 0);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
    });

    internal static void OfOneThatAwaitsAReply() => ForAll(static (victim, end) =>
    {
        Rendezvous place = Rendezvous.New();
        victim.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(victim.Give(place.FirstHandle)));
        Expect.Equal(Call.Done(SystemCallNumber.Receive, place.Second).Rdi, 1ul);
        end();

        // The reply finds nobody; the rendezvous is empty.
        Call.Fails(Error.Closed, SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Call.Fails(Error.Closed, SystemCallNumber.ReceiveDeadline, place.Second, 0);
    });

    internal static void OfOneThatOwesAReply() => ForAll(static (victim, end) =>
    {
        // Whoever waits for the reply is told, although others have handles to the place.
        Rendezvous place = Rendezvous.New();
        Actor client = Actor.InThisProcess();
        ulong theirs = victim.Share(place.FirstHandle);
        victim.Begin(SystemCallNumber.Receive, theirs);
        client.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(victim.End().Rdi, 1ul);
        victim.Begin(SystemCallNumber.Sleep, 100_000_000);
        Expect.True(client.IsWaiting);
        end();
        Expect.Equal(client.End().Rax, (ulong)Error.Closed);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
    });

    internal static void OfAThreadThatOwesAReply()
    {
        // Only one thread ends, by itself; its process goes on.
        Actor server = Actor.InOtherProcess();
        Actor other = server.Fork();
        Actor client = Actor.InThisProcess();
        Rendezvous place = Rendezvous.New();
        ulong theirs = server.Share(place.FirstHandle);
        other.Begin(SystemCallNumber.Receive, theirs);
        client.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(other.End().Rdi, 1ul);
        other.Begin(SystemCallNumber.ExitThread, 7);
        Expect.Equal(client.End().Rax, (ulong)Error.Closed);
        server.Begin(SystemCallNumber.Receive, theirs);
        Call.Done(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.Equal(server.End().Rdi, 4ul);
        Children.EndAll();
    }

    internal static void OfTheOneWhoReceives() => ForAll(static (victim, end) =>
    {
        // A process that received at a place is gone: who waits there with a message gets it back, and who comes later is refused, until somebody
        // receives there again.
        Rendezvous place = Rendezvous.New();
        Actor sender = Actor.InThisProcess();
        Actor later = Actor.InThisProcess();
        ulong theirs = victim.Share(place.FirstHandle);
        victim.Begin(SystemCallNumber.Receive, theirs);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(victim.End().Rdi, 1ul);
        sender.Begin(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.True(sender.IsWaiting);
        end();
        SystemCallRegisters back = sender.End();
        Expect.Equal(back.Rax, Call.MessageIsBack | (ulong)Error.Closed);
        Expect.Equal(back.Rdi, 4ul);
        Call.Fails(Error.Closed, SystemCallNumber.Send, 7, 8, 9, Call.Through(place.Second));
        later.Begin(SystemCallNumber.Receive, place.First);
        Call.Done(SystemCallNumber.Send, 7, 8, 9, Call.Through(place.Second));
        Expect.Equal(later.End().Rdi, 7ul);
    });

    internal static void OfOneOfTheReceivers() => ForAll(static (victim, end) =>
    {
        // A shell and a program that it started take turns at one place. The program's end is not the shell's.
        Rendezvous place = Rendezvous.New();
        Actor shell = Actor.InOtherProcess();
        Actor sender = Actor.InThisProcess();
        ulong shells = shell.Share(place.FirstHandle);
        ulong theirs = victim.Share(place.FirstHandle);
        shell.Begin(SystemCallNumber.Receive, shells);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(shell.End().Rdi, 1ul);
        victim.Begin(SystemCallNumber.Receive, theirs);
        Call.Done(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.Second));
        Expect.Equal(victim.End().Rdi, 4ul);
        sender.Begin(SystemCallNumber.Send, 7, 8, 9, Call.Through(place.Second));
        end();
        Expect.True(sender.IsWaiting);
        Expect.Equal(shell.Do(SystemCallNumber.Receive, shells).Rdi, 7ul);
        Expect.Equal(sender.End().Rax, 0ul);

        // The shell's is the end of all that received.
        sender.Begin(SystemCallNumber.Send, 10, 11, 12, Call.Through(place.Second));
        Expect.Done(shell.Process.TryKill(1, out Error error), error);
        Expect.Equal(sender.End().Rax, Call.MessageIsBack | (ulong)Error.Closed);
        place.Close();
    });

    internal static void OfARefusedReceiver() => ForAll(static (victim, end) =>
    {
        // It tried to receive where somebody else does already. That one's senders have nothing to do with its end.
        Rendezvous place = Rendezvous.New();
        Actor receiver = Actor.InThisProcess();
        receiver.Begin(SystemCallNumber.Receive, place.First);
        Expect.Equal(victim.Do(SystemCallNumber.Receive, victim.Share(place.FirstHandle)).Rax, (ulong)Error.ReceiveBlocking);
        end();
        Expect.True(receiver.IsWaiting);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.Equal(receiver.End().Rdi, 1ul);
    });

    internal static void OfAClientBeforeItsReply() => ForAll(static (victim, end) =>
    {
        // The client of a server that others know too is gone when the server replies: the reply finds nobody, and the server does not wait for somebody
        // to take it; nor where the next client is there before the reply.
        Actor server = Actor.InThisProcess();
        Actor next = Actor.InThisProcess();
        Rendezvous first = Rendezvous.New();
        Rendezvous second = Rendezvous.New();
        Actor other = victim.Fork();
        victim.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(victim.Share(first.FirstHandle)));
        other.Begin(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(other.Share(second.FirstHandle)));
        server.Do(SystemCallNumber.Receive, first.Second);
        server.Do(SystemCallNumber.Receive, second.Second);
        end();
        next.Begin(SystemCallNumber.SendReceive, 4, 5, 6, Call.Through(second.First));
        foreach (Rendezvous place in (Rendezvous[])[second, first])
        {
            Rendezvous token = Rendezvous.New();
            SystemCallRegisters late = server.Do(SystemCallNumber.Send, 7, token.First, 9, Call.Through(place.Second) | Call.FirstHandle);
            Expect.Equal(late.Rax, (ulong)Error.Closed);
            token.Close(); // still the server's

            // Once: then the place is as any other.
            if (place.First == first.First)
                next.Begin(SystemCallNumber.SendReceive, 4, 5, 6, Call.Through(first.First));
            Expect.Equal(server.Do(SystemCallNumber.Receive, place.Second).Rdi, 4ul);
            Expect.Equal(server.Do(SystemCallNumber.Send, 8, 0, 0, Call.Through(place.Second)).Rax, 0ul);
            Expect.Equal(next.End().Rdi, 8ul);
        }
    });

    internal static void AtOneOfSeveral() => ForAll(static (victim, end) =>
    {
        Rendezvous first = Rendezvous.New();
        Rendezvous second = Rendezvous.New();
        uint* list = (uint*)Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        (list[0], list[1]) = ((uint)victim.Share(first.FirstHandle), (uint)victim.Share(second.FirstHandle));
        victim.Begin(SystemCallNumber.ReceiveAny, victim.Give(new MemoryChunk((ulong)list)), 2, 100_000_000);
        Expect.True(victim.IsWaiting);
        end();

        // Nobody receives at either any more.
        foreach (Rendezvous place in (Rendezvous[])[first, second])
        {
            Call.Fails(Error.Closed, SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
        }
    });

    internal static void OfASleeper() => ForAll(static (victim, end) =>
    {
        victim.Begin(SystemCallNumber.Sleep, 20_000);
        end();
        SystemCall.Sleep(40_000); // its time comes, and it is not there
    });

    internal static void WithADeadline() => ForAll(static (victim, end) =>
    {
        Rendezvous place = Rendezvous.New();
        victim.Begin(SystemCallNumber.ReceiveDeadline, victim.Share(place.FirstHandle), 20_000);
        end();
        Actor next = Actor.InThisProcess();
        next.Begin(SystemCallNumber.ReceiveDeadline, place.First, 100_000);
        SystemCall.Sleep(40_000);
        Expect.True(next.IsWaiting);
        Expect.Equal(next.End(200_000).Rax, (ulong)Error.TimedOut);
    });

    internal static void OfOneThatWaitsForAProcess() => ForAll(static (victim, end) =>
    {
        Process awaited = Exec.Start(ElfFile.Wait());
        victim.Begin(SystemCallNumber.Wait, victim.Share(awaited.Handle), ulong.MaxValue);
        Expect.True(victim.IsWaiting);
        end();
        Expect.Equal(Call.Make(SystemCallNumber.Wait, awaited.Handle.Number, 0).Rax, (ulong)Error.TimedOut);
        Children.Kill(awaited);
    });

    internal static void OfOneThatAwaitsALine()
    {
        // Its place is free afterwards; and the line is masked, so that an interrupt finds nobody and disturbs nobody.
        const byte clockLine = 8;
        byte[] program = AwaitLine(clockLine);
        for (int round = 0; round < 3; round++)
        {
            Process process = Exec.Start(program, "i8,"u8);
            SystemCall.Yield();
            Call.Fails(Error.ReceiveBlocking, SystemCallNumber.AwaitInterrupt, clockLine);
            Children.Kill(process);
        }

        Actor next = Actor.InThisProcess();
        next.Begin(SystemCallNumber.AwaitInterrupt, clockLine);
        Expect.True(next.IsWaiting);
    }

    internal static void OfTheSuspended() => ForAll(static (victim, end) =>
    {
        // One waits, one has its answer, one's time was up; the thread that suspended them is the one that can still do something.
        Rendezvous place = Rendezvous.New();
        Actor suspender = victim.Fork();
        Actor sleeper = victim.Fork();
        ulong buffer = suspender.Do(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        sleeper.Begin(SystemCallNumber.Sleep, 1);
        victim.Begin(SystemCallNumber.Receive, victim.Share(place.FirstHandle));
        Expect.Equal(suspender.Do(SystemCallNumber.Suspend, buffer, 8).Rdi, 3ul);
        SystemCall.Sleep(20_000);
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Expect.True(victim.IsWaiting);
        end(suspender);
        Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 0);
    });

    internal static void OfASuspenderThread()
    {
        // A thread that suspended the others ends, and not its process: they go on.
        Actor process = Actor.InOtherProcess();
        Actor suspender = process.Fork();
        ulong buffer = suspender.Do(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Expect.Equal(suspender.Do(SystemCallNumber.Suspend, buffer, 8).Rdi, 1ul);
        process.Begin(SystemCallNumber.NewRendezvous);
        Expect.True(process.IsWaiting);
        suspender.Begin(SystemCallNumber.ExitThread);
        Expect.Equal(process.End().Rax, 0ul);

        // Another one is killed with those that it suspended, of which one was ready and one has its answer already.
        Actor second = process.Fork();
        buffer = second.Do(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Actor third = process.Fork();
        third.Begin(SystemCallNumber.Sleep, 10_000);
        second.Do(SystemCallNumber.Suspend, buffer, 8);
        SystemCall.Sleep(30_000);
        Children.EndAll();
    }

    internal static void OfTheReady() => ForAll(static (victim, end) =>
    {
        // Ready at the moment of its end: woken, but its turn has not come.
        Rendezvous place = Rendezvous.New();
        victim.Begin(SystemCallNumber.Receive, victim.Share(place.FirstHandle));
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        end();
    });

    internal static void OfManyThreads() => ForAll(static (victim, end) =>
    {
        Rendezvous[] places = new Rendezvous[20];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Rendezvous.New();
            Actor thread = victim.Fork();
            ulong handle = thread.Share(places[i].FirstHandle);
            if (i % 3 == 0)
                thread.Begin(SystemCallNumber.Receive, handle);
            else if (i % 3 == 1)
                thread.Begin(SystemCallNumber.Send, 1, 2, 3, Call.Through(handle));
            else
                thread.Begin(SystemCallNumber.ReceiveDeadline, handle, 50_000_000);
        }

        end();
        foreach (Rendezvous place in places)
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.Second, 0);
    });

    internal static void OfAParent() => ForAll(static (victim, end) =>
    {
        // The victim starts a program from a chunk; when the victim is gone its child is this process's.
        byte[] file = ElfFile.Wait();
        Expect.Done(MemoryChunk.TryCreate(file, out MemoryChunk chunk, out Error error), error);
        Rendezvous pair = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        ulong image = victim.Give(chunk);
        ulong handles = (victim.Give(pair.FirstHandle) << 32) | victim.Give(output.FirstHandle);
        SystemCallRegisters started = victim.Do(SystemCallNumber.Exec, image, handles, 0, (ulong)file.Length << 32);
        Expect.Equal(started.Rax, 0ul);
        Expect.True(Usage.TryFind(started.Rdi, out ProcessStatistics child));
        Expect.Equal(child.Parent, victim.Process.Id);
        end();
        Expect.True(Usage.TryFind(started.Rdi, out child));
        Expect.Equal(child.Parent, Usage.ThisProcess);

        // It waits for its input, whose other end is this process's.
        pair.Close();
        SystemCall.Yield();
        Expect.True(!Usage.TryFind(started.Rdi, out _));
    });

    internal static void WithMemoryUnderWay() => ForAll(static (victim, end) =>
    {
        // Chunks in messages that nobody received: written ones, and one that has no frames yet.
        foreach (ulong limit in (ulong[])[0, ulong.MaxValue])
        {
            Rendezvous place = Rendezvous.New();
            Actor sender = victim.Fork();
            ulong one = sender.Do(SystemCallNumber.AllocateMemory, 300, limit).Rdi;
            ulong two = sender.Do(SystemCallNumber.AllocateMemory, 300, limit).Rdi;
            sender.Begin(
                SystemCallNumber.SendReceive, 1, one, two, Call.Through(sender.Give(place.FirstHandle)) | Call.FirstMemory | Call.SecondMemory);
            Expect.True(sender.IsWaiting);
        }

        end();
    });

    internal static void WithMounts() => ForAll(static (victim, end) =>
    {
        // The table that they share stays with this process, its mounts too.
        Rendezvous place = Rendezvous.New();
        fixed (byte* path = "/mounted"u8)
        {
            Call.Done(SystemCallNumber.Mount, (ulong)path, 8, 0, Call.Through(place.First));
            end();
            Call.Done(SystemCallNumber.Close, Call.Done(SystemCallNumber.Open, (ulong)path, 8).Rdi);
            Call.Done(SystemCallNumber.Unmount, (ulong)path, 8);
        }
    });

    internal static void IsToldLast()
    {
        // Whoever waits for the end finds everything as before the process: frames, handles, threads, however large it was.
        byte[] file = ElfFile.Make(
            ElfPart.OfCode(
                0xBF, 0, 0, 0x60, 0, // mov edi, 0x600000
                0xB9, 0xB8, 0x0B, 0, 0, // mov ecx, 3000
                0xC6, 0x07, 1, // mov byte [rdi], 1
                0x81, 0xC7, 0, 0x10, 0, 0, // add edi, 4096
                0xFF, 0xC9, // dec ecx
                0x75, 0xF3, // jnz
                0xBF, 55, 0, 0, 0, 0xB8, 1, 0, 0, 0, 0x0F, 0x05),
            new ElfPart(0x60_0000, [1], 3001 * 4096, ElfPart.Data));
        Exec.Fails(Error.Parameter, file, "?"u8);
        Rendezvous warm = Rendezvous.New();
        warm.Close();
        Usage before = Usage.Now();
        Rendezvous pair = Rendezvous.New();
        SystemCallRegisters started = Exec.Call(file, pair.First, pair.Second);
        Expect.Equal(started.Rax, 0ul);
        Expect.Equal(Call.Done(SystemCallNumber.Wait, started.Rsi, 10_000_000).Rdi, 55ul);
        Call.Done(SystemCallNumber.Close, started.Rsi);
        Usage.ExpectAs(before);
    }

    internal static void OfTheTrialItself()
    {
        // Threads of all kinds, handles, chunks, mounts and a child that is waiting for its input: the runner looks at what is left.
        Rendezvous place = Rendezvous.New();
        for (int i = 0; i < 10; i++)
        {
            Actor actor = Actor.InThisProcess();
            Rendezvous own = Rendezvous.New();
            actor.Begin(i % 2 == 0 ? SystemCallNumber.Receive : SystemCallNumber.Sleep, i % 2 == 0 ? own.First : 100_000_000);
        }

        fixed (byte* path = "/left"u8)
            Call.Done(SystemCallNumber.Mount, (ulong)path, 5, 0, Call.Through(place.First));
        *(ulong*)Call.Done(SystemCallNumber.AllocateMemory, 200, ulong.MaxValue).Rdi = 1;
        Sequence.ForkAndRun(static () => SystemCall.KillSelf(9));
        Expect.Fail("the process goes on after its end");
    }

    /// <summary>A process that waits for an interrupt line.</summary>
    private static byte[] AwaitLine(byte line) => ElfFile.Make(ElfPart.OfCode(
        0xBF, line, 0, 0, 0, // mov edi, line
        0xB8, 17, 0, 0, 0, // mov eax, await_interrupt
        0x0F, 0x05, // syscall
        0x0F, 0x0B)); // ud2

    /// <summary>
    /// Plays a scene with a process that ends in each way. The scene calls what ends it. Afterwards everything is as before, but for what the scene itself
    /// made in this process, which it makes in every round: so rounds are compared.
    /// </summary>
    private static void ForAll(Action<Actor, Ending> scene)
    {
        for (Way way = Way.Killed; way <= Way.Faults; way++)
        {
            ulong first = Round(scene, way);
            ulong second = Round(scene, way);
            ulong third = Round(scene, way);
            Expect.Equal(third, second, $"frames that a round costs, way {(int)way}, first {first}");
        }
    }

    /// <summary>Plays a scene once; returns how many frames fewer there are, this process's own apart.</summary>
    private static ulong Round(Action<Actor, Ending> scene, Way way)
    {
        Actor victim = Actor.InOtherProcess();
        Actor other = victim.Fork();
        Usage before = Usage.Now();
        scene(victim, by => End(victim, by ?? other, way));
        Usage after = Usage.Now();
        Expect.Equal(after.Processes + 1, before.Processes);
        return before.Frames - after.Frames;
    }

    private static void End(Actor victim, Actor other, Way way)
    {
        ulong handle = victim.Process.Handle.Number;
        switch (way)
        {
            case Way.Killed:
                Call.Done(SystemCallNumber.Kill, handle, 66);
                break;
            case Way.KillsItself:
                other.Begin(SystemCallNumber.Kill, Self, 66);
                break;
            default:
                other.Write(0);
                break;
        }

        ProcessEnd end = Children.Await(victim.Process);
        Expect.Equal((int)end.Reason, way == Way.Faults ? (int)EndReason.Fault : (int)EndReason.Killed);
        Expect.Equal(end.Status, way == Way.Faults ? 134 : 66);
        Expect.Equal(end.Vector, way == Way.Faults ? 14 : 0);
    }
}
