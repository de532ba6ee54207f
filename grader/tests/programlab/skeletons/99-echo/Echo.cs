using System;
using System.Collections.Generic;

namespace Euralios.Programs.Echo;

/// <summary>What a station answers to frames.</summary>
internal static class Echo
{
    /// <summary>The shortest frame that has an EtherType.</summary>
    internal const int HeaderLength = 14;

    /// <summary>The answer to a frame: it goes back to its sender, with each byte behind the header turned round.</summary>
    internal static byte[] Answer(ReadOnlySpan<byte> frame)
    {
        // TODO 99.1: Answer a frame.
        return Unwritten.Task<byte[]>("99.1");
    }

    /// <summary>The lengths of frames that are long enough to be answered, each once, in their order.</summary>
    internal static List<int> Lengths(ReadOnlySpan<int> lengths)
    {
        // TODO 99.2: List the lengths.
        return Unwritten.Task<List<int>>("99.2");
    }
}
