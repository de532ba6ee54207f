using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Merriwig.Boot;
using Merriwig.Cpu;
using Merriwig.Inspect;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>
/// The boot of a lab's image: as much of the kernel as the lab needs, then one scenario, chosen by <c>scenario=</c> on the command line and
/// fed by the run's seed.
/// </summary>
internal static class LabKernel
{
    [RuntimeExport("kernel_main")]
    private static void Main(ulong startInformation)
    {
        DescriptorTables.Load();
        InterruptTable.Load();
        if (BootInformation.TryRead(startInformation))
        {
            Trace.Enable(CommandLine.ValueOf(BootInformation.CommandLine, "trace"u8));
            InspectionTable.Clear();
            Seed seed = default;
            Checkpoint.Seed(seed);
            if (Scenarios.TryRun(CommandLine.ValueOf(BootInformation.CommandLine, "scenario"u8), new RandomSource(seed.Value)))
                Checkpoint.End(0);
        }

        Trace.Event("lab.refused").Text("because", "no such scenario").End();
        while (true)
            Checkpoint.End(2);
    }

    [InlineArray(16)]
    private struct Seed
    {
        private byte first;

        /// <summary>The first eight bytes, least significant first.</summary>
        internal readonly ulong Value
        {
            get
            {
                ulong value = 0;
                for (int i = 7; i >= 0; i--)
                    value = (value << 8) | this[i];
                return value;
            }
        }
    }
}
