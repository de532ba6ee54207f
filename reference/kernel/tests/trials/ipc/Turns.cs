using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>
/// Who runs next (spec 4.3 and 2.6). The letters: M is this thread, W a bystander that is ready all the time, the others take part.
/// </summary>
internal static class Turns
{
    internal static void AfterSend()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() =>
        {
            Call.Make(SystemCallNumber.Receive, place.First);
            Sequence.Note('R');
        });
        Sequence.Fork('W');
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Sequence.Note('M');
        Sequence.Expect("MRW");
    }

    internal static void AfterReceive()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() =>
        {
            Call.Make(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.First));
            Sequence.Note('S');
        });
        Sequence.Fork('W');
        Expect.Equal(Call.Make(SystemCallNumber.Receive, place.Second).Rdi, 1ul);
        Sequence.Note('M');
        Sequence.Expect("MSW");
    }

    internal static void AfterSendReceive()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() =>
        {
            Call.Make(SystemCallNumber.Receive, place.First);
            Sequence.Note('R');
            Call.Make(SystemCallNumber.Send, 4, 5, 6, Call.Through(place.First));
            Sequence.Note('r');
        });
        Sequence.Fork('W');
        Expect.Equal(Call.Make(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(place.Second)).Rdi, 4ul);
        Sequence.Note('M');
        Sequence.Expect("RrMW");
    }

    internal static void AfterReceiveFromSendReceiver()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() =>
        {
            Call.Make(SystemCallNumber.SendReceive, 1, 2, 3, Call.Through(place.First));
            Sequence.Note('S');
        });
        Sequence.Fork('W');
        Expect.Equal(Call.Make(SystemCallNumber.Receive, place.Second).Rdi, 1ul);
        Sequence.Note('M'); // nobody is woken: the sender waits for the reply
        SystemCall.Yield();
        Sequence.Note('m');
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        Sequence.Note('N');
        Sequence.Expect("MWmNS");
    }

    internal static void AfterAWait()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.Fork(() =>
        {
            Sequence.Note('S');
            Call.Make(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.First));
            Sequence.Note('s');
        });
        Sequence.Fork('W');
        Call.Make(SystemCallNumber.Receive, place.Second); // waits: the front of the queue runs, and its message puts this thread there
        Sequence.Note('M');
        Sequence.Expect("SsMW");
    }

    internal static void AfterErrors()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() => Call.Make(SystemCallNumber.Receive, place.First));
        Sequence.Fork('W');
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.Receive, place.Second);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.Send, 0, 0, 0, Call.Through(1000));
        Sequence.Note('M');
        Sequence.Expect("MW");
    }

    internal static void AfterClose()
    {
        // The woken thread at once, then whoever closed, then the others: a receiver, a sender, one who waits for a reply.
        foreach (SystemCallNumber number in (SystemCallNumber[])[SystemCallNumber.Receive, SystemCallNumber.Send, SystemCallNumber.SendReceive])
        {
            Rendezvous place = Rendezvous.New();
            Sequence.Start();
            Sequence.ForkAndRun(() =>
            {
                bool sends = number != SystemCallNumber.Receive;
                Call.Make(number, sends ? 1 : place.First, 2, 3, sends ? Call.Through(place.First) : 0);
                Sequence.Note('R');
            });
            Sequence.Fork('W');
            Call.Done(SystemCallNumber.Close, place.Second);
            Sequence.Note('M');
            Sequence.Expect("RMW");
            Call.Done(SystemCallNumber.Close, place.First);
        }
    }

    internal static void AfterFork()
    {
        Sequence.Start();
        Sequence.Fork('A');
        Sequence.Fork('B');
        Sequence.Note('M');
        SystemCall.Yield();
        Sequence.Note('m');
        Sequence.Fork('C');
        Sequence.Expect("MABmC");
    }

    internal static void AfterYield()
    {
        Sequence.Start();
        for (int i = 0; i < 3; i++)
        {
            char letter = (char)('A' + i);
            Sequence.Fork(() =>
            {
                for (int round = 0; round < 3; round++)
                {
                    Sequence.Note(letter);
                    SystemCall.Yield();
                }
            });
        }

        for (int round = 0; round < 3; round++)
        {
            Sequence.Note('M');
            SystemCall.Yield();
        }

        Sequence.Expect("MABCMABCMABC");
    }

    internal static void AfterExit()
    {
        Sequence.Start();
        Sequence.Fork(() => Sequence.Note('A'));
        Sequence.Fork(() =>
        {
            Sequence.Note('B');
            SystemCall.ExitThread(0);
        });
        Sequence.Fork('W');
        SystemCall.Yield();
        Sequence.Note('M');
        Sequence.Expect("ABWM");
    }

    internal static void AfterExec()
    {
        // The new process runs next: when the bystander's turn comes it has run already, and waits for an order.
        ulong process = 0;
        byte[] program = ElfFile.Wait();
        Rendezvous pair = Rendezvous.New();
        Sequence.Start();
        Sequence.Fork(() =>
        {
            Usage.TryFind(process, out ProcessStatistics record);
            Sequence.Note(record.State == ProcessState.Blocked ? 'W' : 'w');
        });
        SystemCallRegisters started = Exec.Call(program, pair.First, pair.Second);
        process = started.Rdi;
        Children.Add(new Handle((uint)started.Rsi));
        Sequence.Note('M');
        Sequence.Expect("MW");
    }

    internal static void AfterASleep()
    {
        // At the tick the sleeper runs first, then who was in the queue, and whom it interrupted last.
        int[] woken = new int[1];
        Sequence.Start();
        Sequence.ForkAndRun(() =>
        {
            SystemCall.Sleep(1);
            Sequence.Note('S');
        });
        Sequence.Fork(() =>
        {
            Sequence.Note('W');
            woken[0] = 1;
        });
        while (System.Threading.Volatile.Read(ref woken[0]) == 0)
        {
        }

        Sequence.Note('M');
        Sequence.Expect("SWM");
    }

    internal static void Preemption()
    {
        // Four threads that never give the processor up share it fairly over 40 ticks.
        int[] rounds = new int[4];
        int[] stopped = new int[1];
        for (int i = 0; i < 4; i++)
        {
            int number = i;
            Sequence.Fork(() =>
            {
                while (System.Threading.Volatile.Read(ref stopped[0]) == 0)
                    rounds[number]++;
            });
        }

        SystemCall.Sleep(400_000);
        stopped[0] = 1;
        int most = 0, least = int.MaxValue;
        foreach (int count in rounds)
        {
            most = System.Math.Max(most, count);
            least = System.Math.Min(least, count);
        }

        Expect.True(least > 0 && most - least < most / 4, $"rounds from {least} to {most}");
    }
}
