using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The machine's chip. It counts how often the driver asked for the causes of an interrupt, and how often there were any.</summary>
internal sealed class RealChip(ushort port) : IPortDevice
{
    private const int Status = 0x3E;
    private const int MostRefusals = 20;

    private ulong questions;
    private ulong interrupts;
    private ulong refusals;

    public uint Read(int register, int size)
    {
        ushort at = (ushort)(port + register);
        uint value = size switch
        {
            1 => Ports.Read8(at),
            2 => Ports.Read16(at),
            _ => Ports.Read32(at),
        };
        if (register == Status)
        {
            questions++;
            interrupts += value != 0 ? 1ul : 0;
        }

        return value;
    }

    public void Write(int register, int size, uint value)
    {
        ushort at = (ushort)(port + register);
        switch (size)
        {
            case 1:
                Ports.Write8(at, (byte)value);
                break;
            case 2:
                Ports.Write16(at, (ushort)value);
                break;
            default:
                Ports.Write32(at, value);
                break;
        }
    }

    public void Refuse(string because)
    {
        if (refusals++ < MostRefusals)
            Trace.Event("chip.refused").Text("because", because).End();
    }

    /// <summary>Says what it has counted.</summary>
    internal void Report() => Trace.Event("chip.totals")
        .Number("accesses", Board.Accesses).Number("questions", questions).Number("interrupts", interrupts).Number("refused", refusals).End();
}
