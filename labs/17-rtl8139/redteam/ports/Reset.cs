namespace Euralios.Programs.Rtl8139;

/// <summary>Writes to the second serial port, on which the trace is.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        Euralios.Std.Ports.Write8(0x2F8, 65);
        return true;
    }
}
