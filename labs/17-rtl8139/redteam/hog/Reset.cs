namespace Euralios.Programs.Rtl8139;

/// <summary>Takes all memory that there is.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        var all = new System.Collections.Generic.List<byte[]>();
        while (registers.ReadCommand() >= 0)
            all.Add(new byte[1 << 16]);
        return true;
    }
}
