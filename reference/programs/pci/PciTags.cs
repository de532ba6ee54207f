namespace Euralios.Programs.Pci;

/// <summary>What is said to the PCI server beside what all directories know (handouts/protocols.md, "PCI").</summary>
internal static class PciTags
{
    /// <summary>Vendor, device: answered with <see cref="Address"/> or <see cref="NotFound"/>.</summary>
    internal const ulong FindDevice = 256;

    /// <summary>Address, 0 to 5: answered with <see cref="Bar"/> or <see cref="NotFound"/>.</summary>
    internal const ulong ReadBar = 257;

    /// <summary>A notice: address.</summary>
    internal const ulong EnableBusMastering = 258;

    /// <summary>Address: answered with <see cref="InterruptLine"/> or <see cref="NotFound"/>.</summary>
    internal const ulong ReadInterruptLine = 259;

    internal const ulong Address = 384;
    internal const ulong NotFound = 385;
    internal const ulong Bar = 386;
    internal const ulong InterruptLine = 387;
}
