namespace Merriwig.Devices;

/// <summary>
/// The MC146818 real-time clock, which goes on while the machine is off. Its registers are reached through an index port and a data port.
/// </summary>
internal static class CmosClock
{
    private const ushort Index = 0x70;
    private const ushort Data = 0x71;

    private const byte StatusA = 0x0A;
    private const byte UpdateInProgress = 0x80;

    /// <summary>
    /// How often the clock is asked whether it is being updated, which takes 2.2 ms at most: at least 100 ms on a machine, where a port takes a
    /// microsecond.
    /// </summary>
    private const int MostPolls = 100_000;

    /// <summary>How often the registers are read before the clock is given up. Two that follow an update are equal.</summary>
    private const int MostReadings = 8;

    /// <summary>Reads the clock, UTC.</summary>
    /// <returns>Seconds since 1970-01-01 00:00; 0 where there is no clock that runs, or it holds no date.</returns>
    internal static ulong ReadUnixSeconds()
    {
        // The update may begin between the question and the reading, so only what was read twice counts.
        if (!TryReadRegisters(out CmosTime last))
            return 0;
        for (int i = 1; i < MostReadings; i++)
        {
            if (!TryReadRegisters(out CmosTime time))
                return 0;
            if (CmosTime.AreEqual(last, time))
                return time.ToUnixSeconds();
            last = time;
        }

        return 0;
    }

    /// <summary>Reads the registers when no update is in progress.</summary>
    /// <returns>False where one always is.</returns>
    private static bool TryReadRegisters(out CmosTime time)
    {
        time = default;
        int polls = 0;
        while ((Read(StatusA) & UpdateInProgress) != 0)
        {
            if (++polls == MostPolls)
                return false;
        }

        time.Second = Read(0x00);
        time.Minute = Read(0x02);
        time.Hour = Read(0x04);
        time.Day = Read(0x07);
        time.Month = Read(0x08);
        time.Year = Read(0x09);
        time.Control = Read(0x0B);
        return true;
    }

    /// <summary>A register. Bit 7 of the index, which is clear, would mask the non-maskable interrupt.</summary>
    private static byte Read(byte register)
    {
        Ports.Write8(Index, register);
        return Ports.Read8(Data);
    }
}
