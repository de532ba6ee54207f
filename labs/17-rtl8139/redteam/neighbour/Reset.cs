namespace Euralios.Programs.Rtl8139;

/// <summary>Makes registers of other ports than the chip's: those of the second serial port.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        new Registers(0x2F8 - 0x37).WriteCommand((Commands)65);
        return true;
    }
}
