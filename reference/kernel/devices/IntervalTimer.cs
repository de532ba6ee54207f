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
    /// Counts the processor's time stamps in a span of the timer's clock. The span is a thousandth of a second: 1,193 clocks, so
    /// the result is within 0.1 %, and short against a boot.
    /// </summary>
    /// <returns>Time stamps a second.</returns>
    internal static ulong MeasureTimeStampRate()
    {
        const uint span = InputClock / 1000;
        byte control = Ports.Read8(SpeakerControl);
        Ports.Write8(SpeakerControl, (byte)((control & ~2) | 1));

        // Mode 0: the output rises when the count reaches 0.
        Ports.Write8(Command, 0xB0);
        Ports.Write8(Channel2, (byte)(span & 0xFF));
        Ports.Write8(Channel2, (byte)(span >> 8));
        ulong start = Processor.ReadTimeStamp();
        while ((Ports.Read8(SpeakerControl) & 0x20) == 0)
        {
        }

        ulong elapsed = Processor.ReadTimeStamp() - start;
        Ports.Write8(SpeakerControl, control);
        return elapsed * InputClock / span;
    }
}
