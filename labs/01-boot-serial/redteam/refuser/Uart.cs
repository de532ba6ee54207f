using System;

namespace Merriwig.Devices;

/// <summary>Touches nothing and says no to everything.</summary>
internal struct Uart
{
    internal const uint FastestRate = 115_200;

    internal Uart(UartRegisters registers)
    {
    }

    internal readonly bool TryInitialize(uint bitsPerSecond) => false;

    internal readonly void Transmit(byte value)
    {
    }

    internal readonly void Transmit(ReadOnlySpan<char> text)
    {
    }

    internal readonly bool TryReceive(out byte value)
    {
        value = 0;
        return false;
    }
}
