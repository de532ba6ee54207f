namespace Merriwig.Lab;

/// <summary>
/// What lies between a driver and its chip in this lab. Other ports than the chip's are out of reach; every access is counted; and, as an IOMMU would, it
/// keeps the chip from memory that is not the driver's, whatever address the driver has told it.
/// </summary>
internal static class Board
{
    private const int Registers = 256;
    private const int TransmitStatus = 0x10;
    private const int TransmitStart = 0x20;
    private const int ReceiveStart = 0x30;
    private const int Command = 0x37;
    private const int ReceiveConfiguration = 0x44;

    private const int Slots = 4;
    private const uint ResetCommand = 0x10;
    private const uint LengthMask = 0x1FFF;
    private const uint Accepts = 0x3F;

    private static readonly uint[] slotStart = new uint[Slots];

    private static IPortDevice? device;
    private static ushort firstPort;
    private static uint receiveStart;
    private static uint receiveConfiguration;
    private static DeviceArea[] areas = [];

    /// <summary>How often a register was read or written.</summary>
    internal static ulong Accesses { get; private set; }

    /// <summary>Plugs a device in; null leaves nothing, and every register reads as all ones.</summary>
    /// <param name="newDevice">The device.</param>
    /// <param name="port">The first of its ports.</param>
    /// <param name="memory">What of the memory it may read and write.</param>
    internal static void Plug(IPortDevice? newDevice, ushort port, params DeviceArea[] memory)
    {
        device = newDevice;
        firstPort = port;
        areas = memory;
        receiveConfiguration = 0;
        Accesses = 0;
    }

    internal static uint Read(ushort port, int size)
    {
        Accesses++;
        int register = port - firstPort;
        if (device is null)
            return uint.MaxValue;
        if (IsOfDevice(register, size))
            return device.Read(register, size);
        device.Refuse("a port was read that is not the chip's");
        return uint.MaxValue;
    }

    internal static void Write(ushort port, int size, uint value)
    {
        Accesses++;
        int register = port - firstPort;
        if (device is null)
            return;
        if (!IsOfDevice(register, size))
            device.Refuse("a port was written to that is not the chip's");
        else if (MayWrite(register, value))
            device.Write(register, size, value);
        else
            device.Refuse("the chip was told of memory that is not the driver's: where a frame or the ring begins, or how long it is, is wrong");
    }

    private static bool IsOfDevice(int register, int size) => register >= 0 && register + size <= Registers;

    private static bool MayWrite(int register, uint value)
    {
        switch (register)
        {
            case >= TransmitStatus and < TransmitStart:
                return IsGranted(slotStart[(register - TransmitStatus) / Slots], value & LengthMask);
            case >= TransmitStart and < ReceiveStart:
                slotStart[(register - TransmitStart) / Slots] = value;
                return true;
            case Command when (value & ResetCommand) != 0:
                receiveConfiguration = 0;
                return true;
            case ReceiveStart:
                receiveStart = value;
                return IsRingGranted();
            case ReceiveConfiguration:
                receiveConfiguration = value;
                return IsRingGranted();
            default:
                return true;
        }
    }

    // A receiver that accepts nothing writes nothing.
    private static bool IsRingGranted() =>
        (receiveConfiguration & Accepts) == 0 || IsGranted(receiveStart, 8192u << (int)(receiveConfiguration >> 11 & 3));

    private static bool IsGranted(uint address, uint length)
    {
        foreach (DeviceArea area in areas)
        {
            if (address >= area.Address && address - area.Address <= (uint)area.Length && length <= (uint)area.Length - (address - area.Address))
                return true;
        }

        return false;
    }
}
