namespace Euralios.Programs.Pci;

/// <summary>
/// The I/O ports of functions (PCI 3.0, 6.2.5). A firmware may have given out none: then a function gets its ports when a driver first asks where they are.
/// Ports that a firmware gave out stay as they are. Memory of devices nobody can reach, and so none is given out.
/// </summary>
internal sealed class BaseAddresses(IConfigurationSpace space, PciFunction[] functions)
{
    internal const int Count = 6;

    // Where firmwares begin is 0xC000, and below are the ports of the machine itself.
    private const uint FirstPort = 0xD000;
    private const uint EndOfPorts = 0x1_0000;

    private const uint IsPorts = 1;
    private const uint PortMask = 0xFFFC;

    // What one function may have: PCI 3.0, 6.2.5.1.
    private const uint MostPorts = 256;
    private const uint HeaderMask = 0x7F_0000;

    /// <summary>Reads a function's register 0 to 5. If it is one of ports that have not been given out, they are.</summary>
    internal uint Read(FunctionAddress function, int number)
    {
        int register = PciFunction.FirstBar + number;
        uint value = space.Read(function, register);
        if ((value & IsPorts) != 0 && (value & PortMask) == 0 && HasOrdinaryHeader(function) && TryAssign(function, register))
            value = space.Read(function, register);
        return value;
    }

    private bool HasOrdinaryHeader(FunctionAddress function) => (space.Read(function, PciFunction.Header) & HeaderMask) == 0;

    private bool TryAssign(FunctionAddress function, int register)
    {
        // All ones are written, and what does not change are the bits below the size. Nobody may take these for an address meanwhile.
        uint command = space.Read(function, PciFunction.Command) & PciFunction.CommandMask;
        space.Write(function, PciFunction.Command, command & ~PciFunction.PortAccess);
        space.Write(function, register, uint.MaxValue);
        uint mask = space.Read(function, register) & PortMask;
        space.Write(function, register, 0);
        uint size = mask & (0 - mask);
        if (size is 0 or > MostPorts || !TryFindFree(size, out uint port))
        {
            space.Write(function, PciFunction.Command, command);
            return false;
        }

        space.Write(function, register, port);
        space.Write(function, PciFunction.Command, command | PciFunction.PortAccess);
        return true;
    }

    private bool TryFindFree(uint size, out uint port)
    {
        for (port = FirstPort; port < EndOfPorts; port += size)
        {
            if (!IsTaken(port, size))
                return true;
        }

        return false;
    }

    /// <summary>Whether a function has any of the ports; each is taken to have as many as there may be.</summary>
    private bool IsTaken(uint port, uint size)
    {
        foreach (PciFunction function in functions)
        {
            for (int number = 0; number < Count && HasOrdinaryHeader(function.Address); number++)
            {
                uint value = space.Read(function.Address, PciFunction.FirstBar + number);
                uint other = value & PortMask;
                if ((value & IsPorts) != 0 && other != 0 && port < other + MostPorts && other < port + size)
                    return true;
            }
        }

        return false;
    }
}
