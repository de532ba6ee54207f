using Merriwig.Cpu;

namespace Merriwig.Tasks;

/// <summary>
/// The kernel's thread that gives back what took too long to give back at once. It works in steps: interrupts are off during a step, and on between two.
/// </summary>
internal static unsafe class Reaper
{
    private static int number;
    private static delegate*<bool> work;

    /// <summary>Makes the thread.</summary>
    /// <param name="step">Does a step of what there is to do, and says whether there is more.</param>
    internal static bool TryCreate(delegate*<bool> step)
    {
        work = step;
        return Threads.TryCreateKernelThread(&Run, out number);
    }

    /// <summary>There is something to do.</summary>
    internal static void Wake()
    {
        if (Threads.At(number)->Wait == WaitKind.Work)
            Dispatcher.Wake(number);
    }

    private static void Run()
    {
        while (true)
        {
            Processor.DisableInterrupts();
            if (work())
                Processor.EnableInterrupts();
            else
                Processor.EnterKernel(); // waits for the next Wake
        }
    }
}
