using Merriwig.Devices;
using Merriwig.Tracing;

namespace Merriwig.Lab;

/// <summary>A terminal's other end: what is typed comes back, until control-D. Each byte that passes the chip is an event.</summary>
internal static class EchoScenario
{
    private const byte EndOfTransmission = 4;

    internal static void Run()
    {
        var uart = new Uart(SerialPort.Registers(SerialPort.Reports.Data));
        uart.TryInitialize(Chip.FastestRate);
        uart.Transmit("ready\n");
        while (true)
        {
            if (!uart.TryReceive(out byte key))
                continue;
            Trace.Event("echo.received").Hexadecimal("value", key).End();
            if (key == EndOfTransmission)
                break;
            uart.Transmit(key);
        }

        uart.Transmit("\nbye\n");
    }
}
