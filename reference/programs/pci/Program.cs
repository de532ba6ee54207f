using System;
using Euralios.Std;

namespace Euralios.Programs.Pci;

/// <summary>
/// The PCI buses, served on standard input as a directory, for drivers that look for their devices (handouts/protocols.md, "PCI"). What it finds it
/// tells standard output. Needs I/O ports.
/// </summary>
internal static class Program
{
    private static int Main()
    {
        var ports = new ConfigurationPorts();
        PciFunction[] functions = BusScan.Run(ports);
        foreach (PciFunction function in functions)
            Console.WriteLine($"[pci] Device {function.Description}");
        Server.Serve(new PciDirectory(ports, functions), Handle.StandardInput);
        return 0;
    }
}
