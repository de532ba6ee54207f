using Euralios.Std;

namespace Euralios.Programs.Keyboard;

/// <summary>
/// The 8042, the controller that the keyboard hangs on (IBM PS/2 Hardware Interface Technical Reference, "Keyboard and Auxiliary Device
/// Controller"). Every wait has an end: a controller that does not answer is an error, and nothing more.
/// </summary>
internal static class Controller
{
    private const ushort DataPort = 0x60;
    private const ushort CommandPort = 0x64;

    // Bits of the status, which is read at the command port.
    private const byte OutputFull = 0x01;
    private const byte InputFull = 0x02;
    private const byte FromMouse = 0x20;

    private const byte ReadConfiguration = 0x20;
    private const byte WriteConfiguration = 0x60;
    private const byte DisableMouse = 0xA7;
    private const byte SelfTest = 0xAA;
    private const byte TestKeyboardLine = 0xAB;
    private const byte DisableKeyboard = 0xAD;
    private const byte EnableKeyboard = 0xAE;
    private const byte SelfTestPassed = 0x55;

    // The configuration.
    private const byte KeyboardInterrupt = 0x01;
    private const byte MouseInterrupt = 0x02;
    private const byte KeyboardClockOff = 0x10;
    private const byte MouseClockOff = 0x20;
    private const byte Translate = 0x40;

    // The keyboard's own commands and answers.
    private const byte ResetKeyboard = 0xFF;
    private const byte EnableScanning = 0xF4;
    private const byte SelectScanCodes = 0xF0;
    private const byte ScanCodeSet2 = 2;
    private const byte Acknowledge = 0xFA;
    private const byte ResetPassed = 0xAA;

    private const int MostLeftBytes = 64;
    private const ulong ControllerTime = 100_000;
    private const ulong KeyboardTime = 1_000_000;

    /// <summary>Brings controller and keyboard into a known state. The keyboard's interrupts come when this is done.</summary>
    /// <param name="failure">What did not answer as it should; null if all did.</param>
    /// <returns>Whether there is a controller. Of one that failed a test the keys may come all the same.</returns>
    internal static bool TryInitialize(out string? failure)
    {
        failure = null;
        if (Ports.Read8(CommandPort) == 0xFF)
        {
            failure = "no controller";
            return false;
        }

        // Silence first: what a device sends now would be taken for the controller's answers.
        if (!TryCommand(DisableKeyboard) || !TryCommand(DisableMouse))
        {
            failure = "the controller takes no commands";
            return false;
        }

        Flush();
        if (!TryCommand(ReadConfiguration) || !TryReceive(ControllerTime, out byte configuration))
            configuration = Translate;
        configuration &= unchecked((byte)~(KeyboardInterrupt | MouseInterrupt));
        TryConfigure(configuration);

        // The test may bring the configuration back to that of a reset: it is written again below.
        if (!TryCommand(SelfTest) || !TryReceive(ControllerTime, out byte answer) || answer != SelfTestPassed)
            failure = "the controller's test failed";
        if (!TryCommand(TestKeyboardLine) || !TryReceive(ControllerTime, out answer) || answer != 0)
            failure = "the test of the keyboard's line failed";

        configuration |= Translate | MouseClockOff;
        configuration &= unchecked((byte)~KeyboardClockOff);
        TryConfigure(configuration);
        TryCommand(EnableKeyboard);
        if (!TryInitializeKeyboard())
            failure = "the keyboard does not answer";
        Flush();
        TryConfigure((byte)(configuration | KeyboardInterrupt));
        return true;
    }

    /// <summary>The next byte of the keyboard's, if there is one. What a mouse sends is passed over.</summary>
    internal static bool TryRead(out byte value)
    {
        value = 0;
        byte status = Ports.Read8(CommandPort);
        while ((status & OutputFull) != 0)
        {
            value = Ports.Read8(DataPort);
            if ((status & FromMouse) == 0)
                return true;
            status = Ports.Read8(CommandPort);
        }

        return false;
    }

    /// <summary>Sends a byte to the keyboard.</summary>
    internal static bool TrySend(byte value)
    {
        if (!TryWaitForInput())
            return false;
        Ports.Write8(DataPort, value);
        return true;
    }

    /// <summary>Scan code set 2, which the controller translates to set 1.</summary>
    private static bool TryInitializeKeyboard()
    {
        bool done = TryAsk(ResetKeyboard) && TryReceive(KeyboardTime, out byte result) && result == ResetPassed;
        return TryAsk(SelectScanCodes) && TryAsk(ScanCodeSet2) && TryAsk(EnableScanning) && done;
    }

    /// <summary>A byte for the keyboard, which it acknowledges. A key that was pressed meanwhile is lost.</summary>
    private static bool TryAsk(byte value)
    {
        if (!TrySend(value))
            return false;
        for (int i = 0; i < MostLeftBytes; i++)
        {
            if (!TryReceive(KeyboardTime, out byte answer))
                return false;
            if (answer == Acknowledge)
                return true;
        }

        return false;
    }

    private static void TryConfigure(byte configuration)
    {
        if (TryCommand(WriteConfiguration))
            TrySend(configuration);
    }

    private static bool TryCommand(byte command)
    {
        if (!TryWaitForInput())
            return false;
        Ports.Write8(CommandPort, command);
        return true;
    }

    private static bool TryReceive(ulong microseconds, out byte value)
    {
        ulong end = Clock.Microseconds + microseconds;
        do
        {
            if ((Ports.Read8(CommandPort) & OutputFull) != 0)
            {
                value = Ports.Read8(DataPort);
                return true;
            }

            SystemCall.Yield();
        }
        while (Clock.Microseconds < end);

        value = 0;
        return false;
    }

    private static bool TryWaitForInput()
    {
        ulong end = Clock.Microseconds + ControllerTime;
        while ((Ports.Read8(CommandPort) & InputFull) != 0)
        {
            if (Clock.Microseconds >= end)
                return false;
            SystemCall.Yield();
        }

        return true;
    }

    private static void Flush()
    {
        for (int i = 0; i < MostLeftBytes && (Ports.Read8(CommandPort) & OutputFull) != 0; i++)
            Ports.Read8(DataPort);
    }
}
