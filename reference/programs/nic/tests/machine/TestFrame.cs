using System.Buffers.Binary;

namespace Euralios.Programs.Nic.Tests;

/// <summary>Frames of the tests: to everybody, of a type for experiments, with contents that follow from a number.</summary>
internal static class TestFrame
{
    private const ushort Test = 0x88B5;
    private const ushort End = 0x88B6;
    private const int TypeOffset = 12;
    private const int HeaderLength = 14;

    /// <summary>A frame of some length.</summary>
    public static byte[] Make(int length, int number)
    {
        byte[] frame = new byte[length];
        new Random(number).NextBytes(frame);
        frame.AsSpan(0, Math.Min(6, length)).Fill(0xFF);
        if (length >= HeaderLength)
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(TypeOffset), Test);
        if (length >= HeaderLength + 4)
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(HeaderLength), number);
        return frame;
    }

    /// <summary>The frame that ends the test program.</summary>
    public static byte[] Last()
    {
        byte[] frame = Make(60, 0);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(TypeOffset), End);
        return frame;
    }

    /// <summary>Whether it is the last.</summary>
    public static bool IsLast(byte[] frame) => BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(TypeOffset)) == End;

    /// <summary>Whether it is one of the tests'.</summary>
    public static bool IsTest(byte[] frame) => BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(TypeOffset)) == Test;

    /// <summary>What a card makes of a frame on its way out: a short one is filled up with zeros.</summary>
    public static byte[] Padded(byte[] frame) => frame.Length >= 60 ? frame : [.. frame, .. new byte[60 - frame.Length]];
}
