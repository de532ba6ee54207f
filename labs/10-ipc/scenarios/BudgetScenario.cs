using Merriwig.Cpu;
using Merriwig.Ipc;

namespace Merriwig.Lab;

/// <summary>
/// What a message there and its reply cost at the rendezvous alone, in guest instructions: without the scheduler, the system calls and the
/// copying of what a message carries.
/// </summary>
internal static class BudgetScenario
{
    private const ushort Client = 1;
    private const ushort Server = 2;
    private const int Rounds = 1000;

    private static Rendezvous place;

    internal static void Run(RandomSource random)
    {
        place = new Rendezvous { Handles = 2 };
        Message question = Letter.Of(random.Next());
        Message reply = Letter.Of(random.Next());
        ServerFirst(question, reply);
        ClientFirst(question, reply);
    }

    /// <summary>The server waits, the client calls, the server replies.</summary>
    private static void ServerFirst(in Message question, in Message reply)
    {
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Rounds; i++)
        {
            Exchange.Receive(ref place, Server, out _);
            Exchange.SendReceive(ref place, Client, question, out _);
            Exchange.Send(ref place, Server, reply, out _);
        }

        Measure.Report("server-first", start, Processor.ReadTimeStamp(), Rounds);
    }

    /// <summary>The client calls, the server receives and replies.</summary>
    private static void ClientFirst(in Message question, in Message reply)
    {
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Rounds; i++)
        {
            Exchange.SendReceive(ref place, Client, question, out _);
            Exchange.Receive(ref place, Server, out _);
            Exchange.Send(ref place, Server, reply, out _);
        }

        Measure.Report("client-first", start, Processor.ReadTimeStamp(), Rounds);
    }
}
