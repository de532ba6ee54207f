using Merriwig.Cpu;

namespace Merriwig.Devices;

/// <summary>The 8253/8254 timer: channel 0 ticks on interrupt line 0, channel 2 measures spans for calibration.</summary>
internal static class IntervalTimer
{
    /// <summary>The chip's input clock in Hz.</summary>
    internal const uint InputClock = 1_193_182;

    /// <summary>Ticks a second on line 0.</summary>
    internal const uint TicksPerSecond = 100;

    /// <summary>The interrupt line of channel 0.</summary>
    internal const int Line = 0;

    private const ushort Channel0 = 0x40;
    private const ushort Channel2 = 0x42;
    private const ushort Command = 0x43;
    private const ushort SpeakerControl = 0x61; // bit 0 gates channel 2, bit 1 the speaker, bit 5 reads channel 2's output

    /// <summary>Starts the periodic tick: channel 0, mode 2, low byte then high byte.</summary>
    internal static void Start()
    {
        const uint divisor = (InputClock + (TicksPerSecond / 2)) / TicksPerSecond;
        Ports.Write8(Command, 0x34);
        Ports.Write8(Channel0, (byte)(divisor & 0xFF));
        Ports.Write8(Channel0, (byte)(divisor >> 8));
    }

    /// <summary>
    /// Counts the processor's time stamps in a span of the timer's clock: at least a thousandth of a second, short against a boot. Counter and time
    /// stamp are read together at both ends, so it does not matter when this runs or how long it is held up, up to 50 ms.
    /// </summary>
    /// <returns>Time stamps in one clock of the timer, at least 1.</returns>
    internal static ulong MeasureTimeStamps()
    {
        const uint span = InputClock / 1000;
        byte control = Ports.Read8(SpeakerControl);
        Ports.Write8(SpeakerControl, (byte)((control & ~2) | 1));

        // Mode 0 from the largest count: it counts down, and past 0 it goes on from the top.
        Ports.Write8(Command, 0xB0);
        Ports.Write8(Channel2, 0xFF);
        Ports.Write8(Channel2, 0xFF);
        ushort firstCount = ReadCount();
        ulong firstStamp = Processor.ReadTimeStamp();
        ushort elapsed;
        ulong stamps;
        do
        {
            elapsed = (ushort)(firstCount - ReadCount());
            stamps = Processor.ReadTimeStamp() - firstStamp;
        }
        while (elapsed < span);

        Ports.Write8(SpeakerControl, control);
        ulong rate = (stamps + (elapsed / 2u)) / elapsed;
        return rate == 0 ? 1 : rate;
    }

    /// <summary>Channel 2's count, latched so that its two bytes belong together.</summary>
    private static ushort ReadCount()
    {
        Ports.Write8(Command, 0x80);
        byte low = Ports.Read8(Channel2);
        return (ushort)(low | (Ports.Read8(Channel2) << 8));
    }
}
