namespace Merriwig.Lab;

/// <summary>A short life of three threads, each switch of which stands in <c>expected/order.trace</c>.</summary>
internal static unsafe class OrderScenario
{
    private const ulong Ticks = 18;

    internal static void Run()
    {
        Machine.Create(Ticks, &Live);
        Machine.Start();
        Machine.Run();
    }

    private static void Live(int thread)
    {
        switch (thread)
        {
            case 1:
                Calls.Fork();
                Calls.Fork();
                Calls.Compute(1, 2);
                Calls.Wake(2);
                Calls.Compute(1, 2);
                Calls.Sleep(4);
                Calls.Compute(1, 1);
                break;
            case 2:
                Calls.Compute(2, 1);
                Calls.Block();
                Calls.Compute(2, 1);
                Calls.GiveWay();
                Calls.Compute(2, 1);
                break;
            default:
                Calls.Compute(3, 3);
                Calls.Yield();
                Calls.Compute(3, 1);
                Calls.Wake(2);
                break;
        }
    }
}
