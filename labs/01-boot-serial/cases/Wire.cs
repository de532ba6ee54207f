using System;

namespace Merriwig.Lab;

/// <summary>What came out of a simulated chip, held against what should have.</summary>
internal static class Wire
{
    /// <summary>Ends the case unless exactly these bytes went out, and none was lost.</summary>
    internal static void Check(ref Case test, ref SimulatedUart chip, ReadOnlySpan<byte> expected)
    {
        test.Equal(0, (ulong)chip.Lost, "bytes lost because they were written while the transmitter was busy");
        for (int i = 0; i < expected.Length && i < chip.SentCount; i++)
            test.Equal(expected[i], chip.Sent(i), "a byte on the wire");
        test.Equal((ulong)expected.Length, (ulong)chip.SentCount, "bytes on the wire");
    }
}
