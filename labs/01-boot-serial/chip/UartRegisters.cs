namespace Merriwig.Devices;

/// <summary>
/// The eight registers of one 16550 UART, and nothing else: what a serial driver may touch. In this lab a chip of the machine stands behind
/// them or a simulated one; a driver cannot tell, and it cannot make registers of its own.
/// </summary>
internal readonly unsafe struct UartRegisters
{
    private const int Count = 8;

    private readonly void* chip;
    private readonly delegate*<void*, int, byte> read;
    private readonly delegate*<void*, int, byte, void> write;

    /// <summary>Registers that end at two functions, which are given <paramref name="chip"/> and a register's number from 0 to 7.</summary>
    internal UartRegisters(void* chip, delegate*<void*, int, byte> read, delegate*<void*, int, byte, void> write)
    {
        this.chip = chip;
        this.read = read;
        this.write = write;
    }

    /// <summary>Reads register 0 to 7; other numbers wrap around, as the chip's three address lines do.</summary>
    internal byte Read(int register) => read(chip, register & (Count - 1));

    /// <summary>Writes register 0 to 7; other numbers wrap around, as the chip's three address lines do.</summary>
    internal void Write(int register, byte value) => write(chip, register & (Count - 1), value);
}
