using System;
using System.Collections.Generic;
using Euralios.Programs.Echo;

namespace Merriwig.Lab;

/// <summary>The cases of the lab.</summary>
internal static unsafe class Cases
{
    internal static void Table(ref CaseTable table)
    {
        table.Add("answer-addresses", &Addresses);
        table.Add("answer-bytes", &Bytes);
        table.Add("lengths-short", &Short);
        table.Add("lengths-twice", &Twice);
    }

    private static byte[] Frame(ref Case test)
    {
        byte[] frame = new byte[Echo.HeaderLength + 1 + test.Random.Below(40)];
        for (int i = 0; i < frame.Length; i++)
            frame[i] = (byte)test.Random.Next();
        return frame;
    }

    private static void Addresses(ref Case test)
    {
        byte[] frame = Frame(ref test);
        byte[] answer = Echo.Answer(frame);
        test.Equal((ulong)frame.Length, (ulong)answer.Length, "the answer's length");
        for (int i = 0; i < 6; i++)
        {
            test.Equal(frame[i], answer[6 + i], "a byte of the answer's source");
            test.Equal(frame[6 + i], answer[i], "a byte of the answer's destination");
        }
    }

    private static void Bytes(ref Case test)
    {
        byte[] frame = Frame(ref test);
        byte[] answer = Echo.Answer(frame);
        for (int i = Echo.HeaderLength; i < frame.Length; i++)
            test.Equal((byte)~frame[i], answer[i], "a byte behind the header");
    }

    private static void Short(ref Case test)
    {
        List<int> lengths = Echo.Lengths([13, 14, 0, 60]);
        test.Equal(2, (ulong)lengths.Count, "how many are long enough");
        test.Expect(lengths[0] == 14 && lengths[1] == 60, "14 and 60 are long enough");
    }

    private static void Twice(ref Case test) => test.Equal(2, (ulong)Echo.Lengths([60, 61, 60, 60]).Count, "how many there are, each once");
}
