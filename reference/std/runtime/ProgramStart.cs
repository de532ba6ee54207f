using System.Runtime;

namespace Euralios.Std;

/// <summary>From the machine code's entry to <c>Main</c>, and to the process's end when <c>Main</c> returns.</summary>
internal static unsafe class ProgramStart
{
    /// <param name="heap">Where the heap begins.</param>
    /// <param name="heapSize">Its bytes.</param>
    /// <param name="arguments">The argument block, or null.</param>
    /// <param name="environment">The environment block, or null.</param>
    [RuntimeExport("program_start")]
    private static void Start(ulong heap, ulong heapSize, byte* arguments, byte* environment)
    {
        Heap.Initialize(heap, heapSize);
        Statics.Initialize();
        Arguments.Initialize(arguments, environment);
        if (Arguments.TryGetVariable("GC_STRESS", out string interval))
            Heap.Stress(int.TryParse(interval, out int number) && number > 0 ? number : 1);

        // As in .NET, the program ends with Main, whatever its other threads do.
        Process.Exit(MachineCode.Main(0, null));
    }
}
