namespace Euralios.Programs.Pci;

/// <summary>
/// Where a function is: bus 0 to 255, device 0 to 31, function 0 to 7. Its value is what is written to the address port for its register 0:
/// bit 31, then the three numbers from bits 16, 11 and 8.
/// </summary>
internal readonly struct FunctionAddress
{
    private const uint Enable = 0x8000_0000;
    private const uint Unused = 0x7F00_00FF;
    private const int BusShift = 16;
    private const int DeviceShift = 11;
    private const int FunctionShift = 8;

    internal FunctionAddress(int bus, int device, int function) =>
        Value = Enable | ((uint)bus << BusShift) | ((uint)device << DeviceShift) | ((uint)function << FunctionShift);

    private FunctionAddress(uint value) => Value = value;

    internal uint Value { get; }

    internal int Bus => (int)(Value >> BusShift & 0xFF);

    internal int Device => (int)(Value >> DeviceShift & 0x1F);

    internal int Function => (int)(Value >> FunctionShift & 7);

    /// <summary>The address in a message, if it is one.</summary>
    internal static bool TryParse(ulong value, out FunctionAddress address)
    {
        address = new FunctionAddress((uint)value);
        return value <= uint.MaxValue && (value & Enable) != 0 && (value & Unused) == 0;
    }

    public override string ToString() => $"{Bus:X4}:{Device:X2}:{Function:X2}";
}
