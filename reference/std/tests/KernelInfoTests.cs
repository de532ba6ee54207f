using System.Threading;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>The time on the kernel's page.</summary>
internal sealed class KernelInfoTests
{
    private const ulong ClocksPerSecond = 1_193_182;

    [TestCase(0UL, 0UL, 0UL, 12345UL, 0UL, TestName = "nothing measured yet")]
    [TestCase(3 * ClocksPerSecond, 0UL, 0UL, 99UL, 3_000_000UL, TestName = "whole seconds")]
    [TestCase(ClocksPerSecond, 1000UL, 2000UL, 1000UL + (2000 * ClocksPerSecond / 2), 1_500_000UL, TestName = "half a second since the tick")]
    [TestCase(ClocksPerSecond, 1000UL, 2000UL, 999UL, 1_000_000UL, TestName = "a time stamp from before the tick")]
    [TestCase(ClocksPerSecond * 86400 * 365 * 200, 0UL, 1UL, 0UL, 86400UL * 365 * 200 * 1_000_000, TestName = "two hundred years")]
    public void Microseconds_since_the_boot(ulong ticks, ulong last, ulong perClock, ulong now, ulong expected) =>
        Assert.That(new KernelInfo(ticks, last, perClock).Microseconds(now), Is.EqualTo(expected));

    [Test]
    public unsafe void A_reader_sees_no_half_written_page()
    {
        // The writer keeps ticks and time stamp equal; a reader that mixes two writings sees them differ.
        ulong* page = stackalloc ulong[4];
        for (int i = 0; i < 4; i++)
            page[i] = 0;
        nint address = (nint)page;
        bool stop = false;
        var writer = new System.Threading.Thread(() =>
        {
            ulong* words = (ulong*)address;
            for (ulong n = 1; !Volatile.Read(ref stop); n++)
            {
                Volatile.Write(ref words[3], (2 * n) - 1);
                Volatile.Write(ref words[0], n * ClocksPerSecond);
                Volatile.Write(ref words[1], n * ClocksPerSecond);
                Volatile.Write(ref words[3], 2 * n);
            }
        });
        writer.Start();
        for (int i = 0; i < 200_000; i++)
        {
            KernelInfo copy = KernelInfo.Read((KernelInfo*)page);
            ulong* fields = (ulong*)&copy;
            Assert.That(fields[0], Is.EqualTo(fields[1]));
        }

        Volatile.Write(ref stop, true);
        writer.Join();
    }
}
