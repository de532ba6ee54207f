using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>What is in files.</summary>
internal static class Contents
{
    private const int Large = (3 << 20) + 12345;

    internal static void LargeFile()
    {
        byte[] bytes = new byte[Large];
        for (int i = 0; i < Large; i++)
            bytes[i] = (byte)(i * 7 + (i >> 8));
        File.WriteAllBytes("/disk/tmp/large", bytes);
        Expect.True(new ReadOnlySpan<byte>(File.ReadAllBytes("/disk/tmp/large")).SequenceEqual(bytes));
        using (FileStream file = File.Open("/disk/tmp/large", FileMode.Open))
        {
            Expect.Equal((ulong)file.Length, Large);
            byte[] part = new byte[100_000];
            file.Position = Large - 50_000;
            Expect.Equal((ulong)file.Read(part), 50_000);
            Expect.True(new ReadOnlySpan<byte>(part, 0, 50_000).SequenceEqual(new ReadOnlySpan<byte>(bytes, Large - 50_000, 50_000)));
            Expect.Equal((ulong)file.Read(part), 0);
            file.Position = 1_000_000;
            for (int i = 0; i < 300; i++)
                file.WriteByte(0xEE);
            file.ReadExactly(part);
            Expect.True(new ReadOnlySpan<byte>(part).SequenceEqual(new ReadOnlySpan<byte>(bytes, 1_000_300, part.Length)));
            file.Position = 1_000_299;
            Expect.Equal((ulong)file.ReadByte(), 0xEE);
        }

        bytes.AsSpan(1_000_000, 300).Fill(0xEE);
        Expect.True(new ReadOnlySpan<byte>(File.ReadAllBytes("/disk/tmp/large")).SequenceEqual(bytes));
        File.Delete("/disk/tmp/large");
    }

    internal static void PlacesAndSizes()
    {
        using (FileStream file = File.Create("/disk/tmp/f"))
        {
            file.Write("0123456789"u8);
            file.Seek(5000, SeekOrigin.Begin);
            file.WriteByte((byte)'x');
            Expect.Equal((ulong)file.Length, 5001);
            file.Position = 4999;
            Expect.Equal((ulong)file.ReadByte(), 0);
            file.SetLength(5);
            Expect.Equal((ulong)file.Length, 5);
            Expect.Equal((ulong)file.Position, 5);
            file.SetLength(20_000);
            file.Position = 5;
            byte[] zeros = new byte[19_995];
            file.ReadExactly(zeros);
            foreach (byte zero in zeros)
            {
                if (zero != 0)
                    Expect.Fail("what was cut off is back");
            }

            Expect.Refused(file.TrySeek(-1, SeekOrigin.Begin, out Error error), error, Error.Parameter);
            Expect.Refused(file.TrySetLength(1L << 40, out error), error, Error.Memory);
        }

        using (FileStream file = File.Open("/disk/tmp/f", FileMode.Append))
        {
            file.WriteByte(1);
            Expect.Equal((ulong)file.Position, 20_001);
        }

        Expect.Refused(FileStream.TryOpen("/disk/tmp/f", FileMode.CreateNew, FileAccess.Write, out _, out Error exists), exists, Error.Exists);
        using (FileStream file = File.OpenRead("/disk/tmp/f"))
            Expect.Refused(file.TryWrite("x"u8, out Error error), error, Error.Denied);
        File.Delete("/disk/tmp/f");
    }

    /// <summary>More than there is room for is refused, and what is deleted is room again.</summary>
    internal static void FullDisk()
    {
        byte[] megabyte = new byte[1 << 20];
        ulong frames = 0;
        for (int round = 0; round < 5; round++)
        {
            int count = 0;
            Error error = Error.None;
            while (count < 20 && File.TryWriteAllBytes($"/disk/tmp/full{count}", megabyte, out error))
                count++;
            Expect.Equal((ulong)count, 7);
            Expect.Equal((ulong)error, (ulong)Error.Memory);
            foreach (string file in Directory.GetFiles("/disk/tmp"))
                File.Delete(file);
            if (round == 1)
                frames = Machine.Usage().DiskFrames;
        }

        // The memory is used again. The collector may be late by as much as the disk.
        Expect.True(Machine.Usage().DiskFrames < frames + 4096);
    }

    internal static void RemovedFile()
    {
        File.WriteAllText("/disk/tmp/gone", "still here");
        using (FileStream file = File.Open("/disk/tmp/gone", FileMode.Open))
        {
            File.Delete("/disk/tmp/gone");
            Expect.True(!File.Exists("/disk/tmp/gone"));
            File.WriteAllText("/disk/tmp/gone", "another");
            byte[] text = new byte[10];
            file.ReadExactly(text);
            Expect.Equal(Text.FromUtf8(text), "still here");
            file.Write("!"u8);
            Expect.Equal((ulong)file.Length, 11);
        }

        Expect.Equal(File.ReadAllText("/disk/tmp/gone"), "another");
        File.Delete("/disk/tmp/gone");
    }
}
