using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>Every access to the chip while the line is set up and while one byte is transmitted.</summary>
internal static class RegistersScenario
{
    internal static void Run()
    {
        const uint rate = 300;
        var uart = new Uart(SerialPort.Registers(SerialPort.Reports.Everything));
        Trace.Event("registers.initialize").Number("rate", rate).End();
        bool accepted = uart.TryInitialize(rate);
        Trace.Event("registers.initialized").Word("accepted", accepted ? "yes" : "no").End();
        Trace.Event("registers.transmit").Hexadecimal("value", 'M').End();
        uart.Transmit((byte)'M');
        Trace.Event("registers.end").End();
    }
}
