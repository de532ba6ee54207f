namespace Euralios.Programs.Rtl8139;

/// <summary>Brings the chip into its first state.</summary>
internal static class Reset
{
    // A read of a port takes a third of a microsecond at least, and a reset less than 10 ms.
    private const int MostReads = 50_000;

    /// <summary>Resets the chip, which afterwards neither receives nor transmits nor interrupts.</summary>
    /// <returns>False if it does not say that it is done.</returns>
    internal static bool TryRun(Registers registers)
    {
        #region Solution 17.1: wake it, reset it, and ask no more often than a reset may take
        registers.PowerOn();
        registers.WriteCommand(Commands.Reset);
        for (int i = 0; i < MostReads; i++)
        {
            if ((registers.ReadCommand() & Commands.Reset) == 0)
                return true;
        }

        return false;
        #endregion
    }
}
