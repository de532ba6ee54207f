using Euralios.Std;

namespace Euralios.Programs.Pci;

/// <summary>The configuration space behind its two ports: an address to one, data at the other (PCI 3.0, 3.2.2.3.2, "mechanism #1").</summary>
internal sealed class ConfigurationPorts : IConfigurationSpace
{
    private const ushort AddressPort = 0xCF8;
    private const ushort DataPort = 0xCFC;
    private const int RegisterShift = 2;

    public uint Read(FunctionAddress function, int register)
    {
        Ports.Write32(AddressPort, function.Value | ((uint)register << RegisterShift));
        return Ports.Read32(DataPort);
    }

    public void Write(FunctionAddress function, int register, uint value)
    {
        Ports.Write32(AddressPort, function.Value | ((uint)register << RegisterShift));
        Ports.Write32(DataPort, value);
    }
}
