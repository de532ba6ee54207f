using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Merriwig.Cpu;
using Merriwig.Devices;

namespace Merriwig.Boot;

/// <summary>A kernel that fails in the way that its command line names, some calls deep. Markers are what the tests look lines up by.</summary>
internal static unsafe class Kernel
{
    private static ulong sink;
    private static Nested nested;

    [RuntimeExport("kernel_main")]
    private static void Main(ulong startInformation)
    {
        Console.Initialize();
        DescriptorTables.Load();
        InterruptTable.Load();
        BootInformation.TryRead(startInformation);
        Console.WriteLine("before the fault");
        Outer(8); // marker: main
        Console.WriteLine("after the fault");
        PowerOff.Leave(PowerOff.Success);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Outer(ulong address)
    {
        sink += address;
        Middle<Pair>(address); // marker: outer
        sink += 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Middle<T>(ulong address)
        where T : struct
    {
        sink += 1;
        nested.Inner(address); // marker: middle
        sink += 2;
    }

    private struct Pair
    {
        internal ulong First { get; set; }
    }

    private struct Nested
    {
        private ulong address;

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal void Inner(ulong address)
        {
            this.address = address;
            if (BootInformation.CommandLine.SequenceEqual("page"u8))
                *(ulong*)address = sink; // marker: page
            if (BootInformation.CommandLine.SequenceEqual("index"u8))
                Element(address + 4); // marker: index
            if (BootInformation.CommandLine.SequenceEqual("either"u8))
                Either(address + 4, address); // marker: neither
            if (BootInformation.CommandLine.SequenceEqual("stub"u8))
                ContextArea.Restore((ContextArea*)address); // marker: stub
            if (BootInformation.CommandLine.SequenceEqual("call"u8))
                ((delegate*<void>)sink)(); // marker: call
            sink += 4;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Element(ulong index)
        {
            Span<ulong> few = stackalloc ulong[4];
            few[(int)index & 3] = sink;
            sink += 5;
            few[(int)index] = sink; // marker: element
            sink += few[(int)index & 3];
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Either(ulong one, ulong other)
        {
            Span<ulong> few = stackalloc ulong[4];
            few[(int)one & 3] = sink;
            few[(int)one] = 5; // marker: one
            few[(int)other] = 6; // marker: other
            sink += few[(int)one & 3];
        }
    }
}
