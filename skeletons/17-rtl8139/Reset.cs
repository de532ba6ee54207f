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
        // TODO 17.1: Bring the chip up. Wake it, give it the command to reset, and ask until it
        // says that it is done, but at most MostReads times. Then read the six octets of its
        // address, let the frames of all groups in, switch receiver and transmitter on, and only
        // then start the ring, the transmitter and the interrupts. A card whose reset does not end
        // is not started.
        return Unwritten.Task<bool>("17.1");
    }
}
