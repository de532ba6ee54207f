using System;

namespace Merriwig.Devices;

/// <summary>Never comes back.</summary>
internal struct Uart
{
    internal const uint FastestRate = 115_200;

    internal Uart(UartRegisters registers)
    {
    }

    internal readonly bool TryInitialize(uint bitsPerSecond)
    {
        while (true)
        {
        }
    }

    internal readonly void Transmit(byte value) => TryInitialize(0);

    internal readonly void Transmit(ReadOnlySpan<char> text) => TryInitialize(0);

    internal readonly bool TryReceive(out byte value)
    {
        value = 0;
        return TryInitialize(0);
    }
}
