using System;

namespace Euralios.Programs.Pci;

/// <summary>Finds all functions: bus 0, the buses of further host bridges, and those behind bridges that the firmware has numbered.</summary>
internal sealed class BusScan(IConfigurationSpace space)
{
    private const int Buses = 256;
    private const int Devices = 32;
    private const int Functions = 8;
    private const uint Nothing = 0xFFFF_FFFF;
    private const uint ManyFunctions = 0x80;
    private const uint HeaderMask = 0x7F;
    private const uint OrdinaryHeader = 0;
    private const uint BridgeHeader = 1;

    private readonly bool[] isScanned = new bool[Buses];
    private PciFunction[] functions = new PciFunction[16];
    private int count;

    /// <summary>The functions, in the order of their addresses on each bus, a bus after the bridge to it.</summary>
    internal static PciFunction[] Run(IConfigurationSpace space)
    {
        var scan = new BusScan(space);
        scan.ScanBus(0);

        // Where the first host bridge is one of several, its functions are the bridges to buses 1, 2 and so on.
        if (HasManyFunctions(scan.HeaderType(new FunctionAddress(0, 0, 0))))
        {
            for (int function = 1; function < Functions; function++)
            {
                if (IsHostBridge(space, new FunctionAddress(0, 0, function)))
                    scan.ScanBus(function);
            }
        }

        var result = new PciFunction[scan.count];
        Array.Copy(scan.functions, result, scan.count);
        return result;
    }

    private static bool IsHostBridge(IConfigurationSpace space, FunctionAddress address) =>
        space.Read(address, PciFunction.Identity) != Nothing && space.Read(address, PciFunction.Class) >> 16 == 0x0600;

    private static bool HasManyFunctions(uint headerType) => (headerType & ManyFunctions) != 0;

    private uint HeaderType(FunctionAddress address) => space.Read(address, PciFunction.Header) >> 16 & 0xFF;

    private void ScanBus(int bus)
    {
        // Bridges with numbers that lead in a circle, or were never set, end here.
        if (isScanned[bus])
            return;
        isScanned[bus] = true;
        for (int device = 0; device < Devices; device++)
        {
            // A device has a function 0, and others only if that one says so: some answer for all eight.
            if (space.Read(new FunctionAddress(bus, device, 0), PciFunction.Identity) == Nothing)
                continue;
            int last = HasManyFunctions(HeaderType(new FunctionAddress(bus, device, 0))) ? Functions : 1;
            for (int function = 0; function < last; function++)
                ScanFunction(new FunctionAddress(bus, device, function));
        }
    }

    private void ScanFunction(FunctionAddress address)
    {
        uint identity = space.Read(address, PciFunction.Identity);
        if (identity == Nothing)
            return;
        uint header = HeaderType(address) & HeaderMask;
        uint subsystem = header == OrdinaryHeader ? space.Read(address, PciFunction.Subsystem) : 0;
        Add(new PciFunction(address, identity, space.Read(address, PciFunction.Class), subsystem));
        if (header == BridgeHeader)
            ScanBus((int)(space.Read(address, PciFunction.BridgeBuses) >> 8 & 0xFF));
    }

    private void Add(PciFunction function)
    {
        if (count == functions.Length)
        {
            var larger = new PciFunction[count * 2];
            Array.Copy(functions, larger, count);
            functions = larger;
        }

        functions[count++] = function;
    }
}
