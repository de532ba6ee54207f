namespace Euralios.Programs.Pci;

/// <summary>What a function's configuration header says of it (PCI 3.0, 6.1).</summary>
internal sealed class PciFunction(FunctionAddress address, uint identity, uint classRegister, uint subsystem)
{
    // Registers.
    internal const int Identity = 0;
    internal const int Command = 1;
    internal const int Class = 2;
    internal const int Header = 3;
    internal const int FirstBar = 4;
    internal const int BridgeBuses = 6;
    internal const int Subsystem = 11;
    internal const int Interrupt = 15;

    /// <summary>In <see cref="Command"/>: the function answers at its ports.</summary>
    internal const uint PortAccess = 1 << 0;

    /// <summary>In <see cref="Command"/>: the function may use memory on its own.</summary>
    internal const uint BusMaster = 1 << 2;

    /// <summary>The upper half of the register of the command is the status, whose bits a one clears.</summary>
    internal const uint CommandMask = 0xFFFF;

    internal FunctionAddress Address { get; } = address;

    internal uint Vendor => identity & 0xFFFF;

    internal uint Device => identity >> 16;

    internal uint ClassCode => classRegister >> 24;

    internal uint Subclass => classRegister >> 16 & 0xFF;

    internal uint Interface => classRegister >> 8 & 0xFF;

    /// <summary>The name of its directory.</summary>
    internal string Name => $"{Vendor:X4}_{Device:X4}";

    /// <summary>One line for people.</summary>
    internal string Description => $"{Address} [{Vendor:X4}:{Device:X4}] {ClassNames.Find(ClassCode, Subclass, Interface)}";

    /// <summary>What else a person may ask.</summary>
    internal string Details =>
        $"{Description}, address 0x{Address.Value:X}, class {ClassCode:X2}, subclass {Subclass:X2}, subsystem {subsystem & 0xFFFF:X4}:{subsystem >> 16:X4}";
}
