using Euralios.RamDisk;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>A file of the RAM disk beside an array that does the same.</summary>
internal sealed class RamFileTests
{
    private const int DiskSize = 1 << 20;
    private const int LongestFile = 100_000;

    [Test]
    public void A_file_holds_what_an_array_holds([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var disk = new Disk(DiskSize);
        var file = new RamFile(disk);
        byte[] model = [];
        for (int i = 0; i < 300; i++)
        {
            int offset = random.Next(random.Next(LongestFile) + 1);
            byte[] bytes = new byte[random.Next(10_000)];
            random.NextBytes(bytes);
            if (random.Next(3) == 0)
            {
                Assert.That(file.TrySetSize((ulong)offset, out _), Is.True);
                Array.Resize(ref model, offset);
            }
            else
            {
                Assert.That(file.TryWrite((ulong)offset, bytes, out _), Is.True);
                if (bytes.Length > 0 && model.Length < offset + bytes.Length)
                    Array.Resize(ref model, offset + bytes.Length);
                bytes.CopyTo(model, Math.Min(offset, model.Length));
            }

            byte[] read = new byte[model.Length];
            random.NextBytes(read);
            Assert.That(file.Size, Is.EqualTo(model.Length));
            Assert.That(file.TryRead(0, read, out _), Is.True);
            Assert.That(read.AsSpan().SequenceEqual(model), Is.True);
        }

        file.Remove();
        Assert.That(disk.Used, Is.Zero);
    }

    [Test]
    public void A_write_without_room_writes_nothing()
    {
        var disk = new Disk(16 * Disk.BlockSize);
        var file = new RamFile(disk);
        Assert.That(file.TryWrite(0, new byte[10 * Disk.BlockSize], out _), Is.True);
        ulong used = disk.Used;
        Assert.That(file.TryWrite(8 * Disk.BlockSize, Full(8 * Disk.BlockSize), out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.Memory));
        Assert.That(file.Size, Is.EqualTo(10 * Disk.BlockSize));
        byte[] last = new byte[Disk.BlockSize];
        file.TryRead(8 * Disk.BlockSize, last, out _);
        Assert.That(last, Is.All.Zero);
        Assert.That(file.TryWrite(0, Full(10 * Disk.BlockSize), out _), Is.True);
        file.TrySetSize(0, out _);
        Assert.That(disk.Used, Is.Zero);
        Assert.That(used, Is.GreaterThan(0));
    }

    [TestCase(ulong.MaxValue)]
    [TestCase(1ul << 62)]
    [TestCase((ulong)DiskSize + 1)]
    public void A_file_is_not_larger_than_the_disk(ulong size)
    {
        var file = new RamFile(new Disk(DiskSize));
        Assert.That(file.TrySetSize(size, out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.Memory));
        Assert.That(file.TryWrite(size - 1, [1], out error), Is.False);
        Assert.That(file.Size, Is.Zero);
    }

    /// <summary>Holes cost what the table to them costs.</summary>
    [Test]
    public void Files_of_holes_fill_the_disk_too()
    {
        var disk = new Disk(DiskSize);
        int count = 0;
        while (new RamFile(disk).TrySetSize(DiskSize, out _))
            count++;
        Assert.That(count, Is.EqualTo(DiskSize / (DiskSize / Disk.BlockSize * 8)));
    }

    [Test]
    public void A_removed_file_gives_its_memory_back_with_its_last_handle()
    {
        var disk = new Disk(DiskSize);
        var file = new RamFile(disk);
        file.Opened();
        file.Opened();
        file.TryWrite(0, Full(10), out _);
        file.Remove();
        file.Closed();
        byte[] read = new byte[10];
        Assert.That(file.TryRead(0, read, out _) && read[9] == 1, Is.True);
        Assert.That(disk.Used, Is.Not.Zero);
        file.Closed();
        Assert.That(disk.Used, Is.Zero);
    }

    /// <summary>Growing byte by byte copies no more than the table, now and then.</summary>
    [Test]
    public void A_file_grows_in_the_time_that_it_takes_to_write_it()
    {
        var disk = new Disk(64 << 20);
        var file = new RamFile(disk);
        long before = GC.GetAllocatedBytesForCurrentThread();
        byte[] piece = new byte[100];
        for (ulong i = 0; i < 100_000; i++)
            file.TryWrite(i * 100, piece, out _);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2 * 10_000_000));
    }

    private static byte[] Full(int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)1);
        return bytes;
    }
}
