namespace Merriwig.Lab;

/// <summary>
/// A seeded load: threads compute, wait, wake one another, sleep, come and go, and a device interrupts now and then. Every
/// operation of the scheduler happens in every state of the queue.
/// </summary>
internal static unsafe class LoadScenario
{
    private const ulong Ticks = 260;
    private const ulong TicksBetweenInspections = 20;
    private const int ThreadsAtFirst = 6;

    private static RandomSource source;
    private static RandomSource device;
    private static uint born;

    internal static void Run(RandomSource random)
    {
        source = random;
        device = random.Fork(uint.MaxValue);
        Machine.Create(Ticks, &Live);
        Machine.AtEveryTick(&Interrupt);
        Machine.Inspect(TicksBetweenInspections);
        for (int i = 0; i < ThreadsAtFirst; i++)
            Machine.Fork();
        Machine.Run();
    }

    private static void Interrupt()
    {
        if (device.Below(3) == 0)
            Machine.InterruptFor((int)device.Below(Machine.Threads));
    }

    private static void Live(int thread)
    {
        RandomSource random = source.Fork(born++);
        while (true)
        {
            Calls.Compute(thread, 1 + random.Below(2));
            switch (random.Below(16))
            {
                case <= 3:
                    Calls.Wake(random.Below(Machine.Threads));
                    break;
                case <= 6:
                    Calls.Block();
                    break;
                case <= 8:
                    Calls.Sleep(1 + random.Below(4));
                    break;
                case <= 10:
                    Calls.Yield();
                    break;
                case <= 12:
                    Calls.GiveWay();
                    break;
                case 13:
                    Calls.Fork();
                    break;
                case 14:
                    Calls.Start();
                    break;
                case 15 when random.Below(3) == 0:
                    return;
                default:
                    Calls.Suspend(random.Below(Machine.Threads));
                    break;
            }
        }
    }
}
