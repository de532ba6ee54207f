using System;
using Euralios.Std;

namespace Euralios.Programs.Serial;

/// <summary>
/// COM1, a 16550 UART (PC16550D data sheet, section 8). The kernel writes its messages there too, and has set rate and format: the driver changes
/// neither, and leaves the chip's buffers alone. Bytes that come raise the line's interrupt; those that go are handed over when there is room.
/// </summary>
internal static class Line
{
    /// <summary>The interrupt line.</summary>
    internal const uint Interrupt = 4;

    private const ushort Base = 0x3F8;
    private const ushort Data = Base;
    private const ushort InterruptEnable = Base + 1;
    private const ushort ModemControl = Base + 4;
    private const ushort LineStatus = Base + 5;
    private const ushort Scratch = Base + 7;

    private const byte DataReady = 0x01;
    private const byte SenderIsEmpty = 0x20;
    private const byte ReceiveInterrupt = 0x01;

    // On a PC the chip's second output lets its interrupts through.
    private const byte SecondOutput = 0x08;

    // The chip's buffer has room for 16; the kernel may have put one in since it was found empty.
    private const int Burst = 15;
    private const ulong LongestWait = 2_000_000;

    /// <summary>Whether there is a chip: one keeps what is written to its spare register.</summary>
    internal static bool Exists()
    {
        Ports.Write8(Scratch, 0x5A);
        bool first = Ports.Read8(Scratch) == 0x5A;
        Ports.Write8(Scratch, 0xA5);
        return first && Ports.Read8(Scratch) == 0xA5;
    }

    /// <summary>Lets the chip interrupt for bytes that come.</summary>
    internal static void EnableReceiver()
    {
        Ports.Write8(ModemControl, (byte)(Ports.Read8(ModemControl) | SecondOutput));
        Ports.Write8(InterruptEnable, ReceiveInterrupt);
    }

    /// <summary>A byte that has come.</summary>
    internal static bool TryReceive(out byte value)
    {
        bool isReady = (Ports.Read8(LineStatus) & DataReady) != 0;
        value = isReady ? Ports.Read8(Data) : (byte)0;
        return isReady;
    }

    /// <summary>A byte that comes within a time, in microseconds.</summary>
    internal static bool TryReceive(ulong time, out byte value)
    {
        ulong end = Clock.Microseconds + time;
        while (!TryReceive(out value))
        {
            if (Clock.Microseconds >= end)
                return false;
            SystemCall.Yield();
        }

        return true;
    }

    /// <summary>Sends bytes. Where the line does not take them for long, the rest is lost.</summary>
    internal static void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (!TryWaitForSender())
                return;
            int count = Math.Min(bytes.Length, Burst);
            for (int i = 0; i < count; i++)
                Ports.Write8(Data, bytes[i]);
            bytes = bytes.Slice(count);
        }
    }

    private static bool TryWaitForSender()
    {
        ulong end = Clock.Microseconds + LongestWait;
        while ((Ports.Read8(LineStatus) & SenderIsEmpty) == 0)
        {
            if (Clock.Microseconds >= end)
                return false;
            SystemCall.Yield();
        }

        return true;
    }
}
