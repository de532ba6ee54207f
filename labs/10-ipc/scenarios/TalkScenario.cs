namespace Merriwig.Lab;

/// <summary>
/// A client, a server and a stranger, step by step: what each call answers, and who runs after it. Thread 1 is the client, thread 2 the server,
/// thread 3 the stranger.
/// </summary>
internal static class TalkScenario
{
    private const int Client = 1;
    private const int Server = 2;
    private const int Stranger = 3;

    internal static void Run()
    {
        Stage.Begin(threads: 3);

        // The client is first, then the server comes; a stranger tries to answer in its place.
        As(Client);
        Stage.Call(0, 0x10);
        As(Stranger);
        Stage.Send(0, 0x30);
        As(Server);
        Stage.Receive(0);
        As(Stranger);
        Stage.Send(0, 0x31);
        Stage.Receive(0);
        As(Server);
        Stage.Send(0, 0x20);

        // The server is first this time, and the processor goes straight to it and back.
        As(Server);
        Stage.Receive(0);
        As(Client);
        Stage.Call(0, 0x11);
        As(Server);
        Stage.Receive(0);
        Stage.Send(0, 0x21);

        // One way only; then what the kernel posts waits for its receiver.
        As(Stranger);
        Stage.Send(1, 0x32);
        As(Server);
        Stage.Receive(1);
        Stage.Post(1, 0x40);
        Stage.Post(1, 0x41);
        Stage.Receive(1);
        Stage.Receive(1);
        Stage.Post(1, 0x42);

        // The other ends are closed, one by one.
        As(Client);
        Stage.Call(2, 0x12);
        As(Server);
        Stage.Receive(2);
        Stage.Refer(2, handles: 2, mounts: 1);
        Stage.Refer(2, handles: 1, mounts: 1);
        As(Server);
        Stage.Receive(2);
        As(Stranger);
        Stage.Send(2, 0x33);
        Stage.Refer(2, handles: 1, mounts: 0);
    }

    /// <summary>Ticks until it is a thread's turn; one that waits has none, and then whoever runs goes on.</summary>
    private static void As(int thread)
    {
        for (int i = 0; i < 3 && Stage.Running != thread; i++)
            Stage.Tick();
    }
}
