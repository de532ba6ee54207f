using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>A device on the PCI bus, by its I/O ports: what its driver asks /pci for.</summary>
internal readonly struct PciDevice
{
    private const ulong FindDevice = 256;
    private const ulong ReadBar = 257;
    private const ulong EnableBusMastering = 258;
    private const ulong ReadInterruptLine = 259;
    private const ulong Address = 384;
    private const ulong Bar = 386;
    private const ulong InterruptLine = 387;

    private const ulong IsPorts = 1;
    private const ulong PortMask = 0xFFFC;

    private PciDevice(ushort port, uint line) => (Port, Line) = (port, line);

    /// <summary>The first of its ports.</summary>
    internal ushort Port { get; }

    /// <summary>Its interrupt line, which the driver must have been granted.</summary>
    internal uint Line { get; }

    /// <summary>Finds the first device of a kind, and lets it use memory on its own.</summary>
    internal static bool TryFind(ulong vendor, ulong kind, out PciDevice device, out Error error)
    {
        device = default;
        if (!SystemCall.TryOpen("/pci"u8, out Handle pci, out _, out error))
            return false;
        bool isFound = TryAsk(pci, new Message(FindDevice, vendor, kind), Address, out ulong address, out error)
            && TryAsk(pci, new Message(ReadBar, address, 0), Bar, out ulong ports, out error)
            && TryAsk(pci, new Message(ReadInterruptLine, address), InterruptLine, out ulong line, out error)
            && TryCheck(ports, line, out device, out error)
            && TryAsk(pci, new Message(EnableBusMastering, address), Tags.Ok, out _, out error);
        SystemCall.TryClose(pci, out _);
        return isFound;
    }

    private static bool TryAsk(Handle pci, Message question, ulong expected, out ulong value, out Error error)
    {
        bool done = RemoteCall.TryCall(pci, ref question, expected, out Message answer, out error);
        value = answer.First.Value;
        if (error == Error.UnexpectedReply)
            error = Error.NotFound;
        return done;
    }

    private static bool TryCheck(ulong ports, ulong line, out PciDevice device, out Error error)
    {
        device = new PciDevice((ushort)(ports & PortMask), (uint)line);
        bool hasPorts = (ports & IsPorts) != 0 && device.Port != 0;
        error = hasPorts ? Error.None : Error.NotFound;
        return hasPorts;
    }
}
