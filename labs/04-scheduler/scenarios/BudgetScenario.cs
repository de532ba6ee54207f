using Merriwig.Cpu;
using Merriwig.Tasks;

namespace Merriwig.Lab;

/// <summary>
/// What the scheduler costs with few threads and with many, in guest instructions. The machine runs at <c>-icount shift=0</c>, and no interrupt comes.
/// </summary>
internal static class BudgetScenario
{
    private const int Few = 2;
    private const int Many = 1000;
    private const int Rounds = 1000;

    internal static void Run()
    {
        Arrange(out Schedule schedule, Few);
        BlockAndWake(ref schedule, "block-and-wake-2");
        Arrange(out schedule, Many);
        BlockAndWake(ref schedule, "block-and-wake-1000");
        Arrange(out schedule, Few);
        Tick(ref schedule, "tick-2");
        Arrange(out schedule, Many);
        Tick(ref schedule, "tick-1000");
    }

    private static void Arrange(out Schedule schedule, int threads)
    {
        Row ready = Row.Range(2, threads);
        TestSchedule.Arrange(out schedule, threads + 1, 1, ref ready);
    }

    private static void BlockAndWake(ref Schedule schedule, string name)
    {
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Rounds; i++)
        {
            int thread = schedule.Current;
            Scheduler.Block(ref schedule);
            Scheduler.Wake(ref schedule, thread);
        }

        Measure.Report(name, start, Processor.ReadTimeStamp(), Rounds);
    }

    private static void Tick(ref Schedule schedule, string name)
    {
        ulong start = Processor.ReadTimeStamp();
        for (int i = 0; i < Rounds; i++)
            Scheduler.Preempt(ref schedule);
        Measure.Report(name, start, Processor.ReadTimeStamp(), Rounds);
    }
}
