using Euralios.Std;

namespace Euralios.Programs.Rtl8139;

/// <summary>
/// The registers of one RTL8139, and no other port: what its driver may touch (RTL8139D data sheet, chapter 5). Tests put a simulated chip behind the ports.
/// </summary>
internal readonly struct Registers(ushort port)
{
    private const int Identity = 0x00;
    private const int Multicast = 0x08;
    private const int TransmitStatus = 0x10;
    private const int TransmitStart = 0x20;
    private const int ReceiveStart = 0x30;
    private const int CommandRegister = 0x37;
    private const int Reader = 0x38;
    private const int Writer = 0x3A;
    private const int Mask = 0x3C;
    private const int Status = 0x3E;
    private const int TransmitConfiguration = 0x40;
    private const int ReceiveConfiguration = 0x44;
    private const int MissedFrames = 0x4C;
    private const int Configuration1 = 0x52;

    private const int SlotStride = 4;

    /// <summary>An octet of the chip's address, 0 to 5.</summary>
    internal byte ReadAddress(int octet) => Ports.Read8(At(Identity + octet));

    /// <summary>Which groups' frames are received: a bit for each of 64 hash values.</summary>
    internal void WriteMulticastFilter(ulong filter)
    {
        Ports.Write32(At(Multicast), (uint)filter);
        Ports.Write32(At(Multicast + 4), (uint)(filter >> 32));
    }

    internal Commands ReadCommand() => (Commands)Ports.Read8(At(CommandRegister));

    internal void WriteCommand(Commands commands) => Ports.Write8(At(CommandRegister), (byte)commands);

    /// <summary>RBSTART: where the ring is in physical memory.</summary>
    internal void WriteReceiveStart(uint address) => Ports.Write32(At(ReceiveStart), address);

    internal void WriteReceiveConfiguration(uint value) => Ports.Write32(At(ReceiveConfiguration), value);

    /// <summary>CAPR: up to where the driver has read, less 16.</summary>
    internal void WriteReader(ushort value) => Ports.Write16(At(Reader), value);

    /// <summary>CBR: up to where the chip has written.</summary>
    internal ushort ReadWriter() => Ports.Read16(At(Writer));

    /// <summary>MPC: frames for which the ring had no room, since it was last written to.</summary>
    internal uint ReadMissed() => Ports.Read32(At(MissedFrames)) & 0xFF_FFFF;

    internal void ClearMissed() => Ports.Write32(At(MissedFrames), 0);

    internal SlotStatus ReadSlot(int slot) => (SlotStatus)Ports.Read32(At(TransmitStatus + (slot * SlotStride)));

    internal void WriteSlot(int slot, uint value) => Ports.Write32(At(TransmitStatus + (slot * SlotStride)), value);

    /// <summary>TSAD: where a slot's frame is in physical memory.</summary>
    internal void WriteSlotStart(int slot, uint address) => Ports.Write32(At(TransmitStart + (slot * SlotStride)), address);

    internal void WriteTransmitConfiguration(uint value) => Ports.Write32(At(TransmitConfiguration), value);

    internal Causes ReadCauses() => (Causes)Ports.Read16(At(Status));

    internal void Acknowledge(Causes causes) => Ports.Write16(At(Status), (ushort)causes);

    internal void WriteMask(Causes causes) => Ports.Write16(At(Mask), (ushort)causes);

    /// <summary>Wakes the chip, if it sleeps.</summary>
    internal void PowerOn() => Ports.Write8(At(Configuration1), 0);

    private ushort At(int register) => (ushort)(port + register);
}
