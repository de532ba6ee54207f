using System.Net.Sockets;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// The machine calls a host on the same wire whose frames get lost, come twice or late. When the wire is good again: who is refused, who does not read, and a
/// client that dies. Over a connection of its own the host says in a byte what it has seen: what the machine has sent may still be on its way, or lost, when
/// its client is done.
/// </summary>
internal static class LossScenario
{
    internal const string Host = "10.0.2.2";
    internal const int ControlPort = 70;
    internal const int SlowPort = 72;
    internal const int DeadPort = 73;
    internal const int ClosedPort = 79;

    // Each transfer has the next port: on that wire connections need not come to stand at the other end in the order in which they were made.
    internal const int FirstTransferPort = 81;
    internal const int Transfers = 3;
    internal const int TransferLength = 60_000;
    internal const int SlowLength = 250_000;

    // What the host says.
    internal const byte TransfersAreDone = 1;
    internal const byte SlowIsDone = 2;
    internal const byte ClientIsHeard = 3;
    internal const byte ClientIsGone = 4;

    // Streams: what is sent, and one more what comes back.
    internal const uint FirstTransfer = 10;
    internal const uint Slow = 100;

    private const ulong Patience = 8_000_000;

    // The other end may have heard of a client whose own thread has yet to be told so: all that can run does before this is over.
    private const ulong UntilItReads = 100_000;

    internal static void Run(Stage stage)
    {
        TestNetwork.Start(stage);
        var talk = new Talk(stage.Random);

        // Longer than any wait in it: what comes after one that failed is played all the same.
        talk.Play(() => Play(stage, talk), 3 * Patience);
    }

    private static void Play(Stage stage, Talk talk)
    {
        if (!Socket.TryConnect(Host, ControlPort, out Socket? control, out Error error))
        {
            Trace.Event("glue.failed").Text("because", error.Text()).End();
            return;
        }

        control!.ReceiveTimeout = (int)(Patience / 1_000);
        for (int i = 0; i < Transfers; i++)
            Call(talk, FirstTransferPort + i, FirstTransfer + (uint)i * 2, TransferLength);
        AwaitCalls(talk, control, TransfersAreDone);
        Call(talk, SlowPort, Slow, SlowLength);
        bool isConnected = Socket.TryConnect(Host, ClosedPort, out Socket? closed, out error);
        Trace.Event("glue.refused").Number("error", isConnected ? 0 : (ulong)error).End();
        closed?.Close();
        AwaitCalls(talk, control, SlowIsDone);
        Die(stage, control);
        control.Close();
    }

    /// <summary>Waits until the clients of all calls are done, and the host is too.</summary>
    private static void AwaitCalls(Talk talk, Socket control, byte word)
    {
        if (talk.Await(() => talk.Running == 0, Patience))
            Hears(control, word);
        talk.HasMoved(1);
    }

    private static bool Hears(Socket control, byte word)
    {
        byte[] heard = new byte[1];
        while (control.TryReceive(heard, out int came, out _) && came == 1)
        {
            if (heard[0] == word)
                return true;
        }

        return false;
    }

    private static void Call(Talk talk, int port, uint stream, int length)
    {
        if (!Socket.TryConnect(Host, port, out Socket? socket, out Error error))
        {
            Trace.Event("glue.read").Number("stream", stream).Number("bytes", 0).Number("right", 0).Number("error", (ulong)error).End();
            return;
        }

        talk.Start(socket!, connection =>
        {
            if (talk.TrySend(connection, stream, length, out Error reason) && connection.TryShutdown(out reason))
                talk.Read(connection, stream + 1);
            else
                Trace.Event("glue.write").Number("stream", stream).Number("error", (ulong)reason).End();
        });
    }

    /// <summary>A client connects and waits, until the other end says that it has heard of it; it is killed, and the other end says that it is gone.</summary>
    private static void Die(Stage stage, Socket control)
    {
        StagedProgram client = stage.Start("client", null, false, Host, DeadPort.ToString());
        bool isHeard = Hears(control, ClientIsHeard);
        SystemCall.Sleep(UntilItReads);
        client.End();
        bool isGone = isHeard && Hears(control, ClientIsGone);
        Trace.Event("glue.died").Number("heard", isHeard ? 1u : 0).Number("gone", isGone ? 1u : 0).End();
    }
}
