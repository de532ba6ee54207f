namespace Euralios.Programs.Pci;

/// <summary>
/// Which interrupt line a function has. What its own register says is the firmware's word, and qboot's is wrong; what counts is the router in the bridge to
/// ISA (82371SB data sheet, "PIRQRC"), which connects the four lines of the bus to lines of the 8259s. How the slots are wired to the four is the board's
/// affair: on those with this bridge each slot begins one further, slot 1 with the first.
/// </summary>
internal static class InterruptRouting
{
    // Intel's PIIX3 and PIIX4.
    private const uint Piix3 = 0x7000_8086;
    private const uint Piix4 = 0x7110_8086;

    private const int Router = 24;
    private const int Lines = 4;
    private const uint IsUnconnected = 0x80;
    private const uint LineMask = 0x0F;
    private const uint ByteMask = 0xFF;
    private const int PinShift = 8;

    /// <summary>A line that nothing else on a PC has.</summary>
    private const uint FreeLine = 11;

    /// <summary>The line of a function; false if it has none.</summary>
    internal static bool TryFind(IConfigurationSpace space, PciFunction[] functions, FunctionAddress function, out uint line)
    {
        uint register = space.Read(function, PciFunction.Interrupt);
        uint pin = register >> PinShift & ByteMask;
        line = register & ByteMask;
        if (pin is 0 or > Lines)
            return false;
        foreach (PciFunction bridge in functions)
        {
            if (function.Bus != 0 || bridge.Address.Bus != 0 || space.Read(bridge.Address, PciFunction.Identity) is not (Piix3 or Piix4))
                continue;
            line = Route(space, bridge.Address, (int)(pin - 1 + (uint)function.Device - 1) & (Lines - 1));
            space.Write(function, PciFunction.Interrupt, (register & ~ByteMask) | line);
        }

        return true;
    }

    /// <summary>The line that one of the bus's four is connected to; it is connected if it was not.</summary>
    private static uint Route(IConfigurationSpace space, FunctionAddress bridge, int number)
    {
        uint router = space.Read(bridge, Router);
        int shift = number * 8;
        uint entry = router >> shift & ByteMask;
        if ((entry & IsUnconnected) == 0)
            return entry & LineMask;
        space.Write(bridge, Router, (router & ~(ByteMask << shift)) | FreeLine << shift);
        return FreeLine;
    }
}
