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
        #region Solution 99.1: the addresses change places, the bytes are turned round
        byte[] answer = frame.ToArray();
        frame.Slice(0, 6).CopyTo(answer.AsSpan(6));
        frame.Slice(6, 6).CopyTo(answer);
        for (int i = HeaderLength; i < answer.Length; i++)
            answer[i] = (byte)~answer[i];
        return answer;
        #endregion
    }

    /// <summary>The lengths of frames that are long enough to be answered, each once, in their order.</summary>
    internal static List<int> Lengths(ReadOnlySpan<int> lengths)
    {
        #region Solution 99.2: a list without those that are too short or were there
        var seen = new List<int>();
        foreach (int length in lengths)
        {
            if (length >= HeaderLength && !seen.Contains(length))
                seen.Add(length);
        }

        return seen;
        #endregion
    }
}
