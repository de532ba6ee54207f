namespace Merriwig.Devices;

/// <summary>
/// The eight registers of one 16550 UART, and no other port: what a serial driver may touch. Tests put a simulated chip behind the same type.
/// </summary>
internal readonly struct UartRegisters
{
    private readonly ushort port;

    /// <summary>The chip whose first register is at <paramref name="port"/>.</summary>
    internal UartRegisters(ushort port) => this.port = port;

    /// <summary>Reads register 0 to 7; other numbers wrap around, as the chip's three address lines do.</summary>
    internal byte Read(int register) => Ports.Read8((ushort)(port + (register & 7)));

    /// <summary>Writes register 0 to 7; other numbers wrap around, as the chip's three address lines do.</summary>
    internal void Write(int register, byte value) => Ports.Write8((ushort)(port + (register & 7)), value);
}
