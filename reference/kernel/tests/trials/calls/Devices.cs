using System.Threading;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Rights to devices: ports and interrupt lines are only for those who were given them.</summary>
internal static class Devices
{
    // The machine's clock, an MC146818: index and data port, and its registers A, B and C.
    private const ushort ClockIndex = 0x70, ClockData = 0x71;
    private const byte RegisterA = 0x0A, RegisterB = 0x0B, RegisterC = 0x0C;
    private const byte PeriodicInterrupt = 0x40;
    private const uint ClockLine = 8;

    internal static void LinesAreDenied()
    {
        foreach (ulong line in (ulong[])[0, 1, 2, 3, 4, 8, 15, 16, 31, 32, 64, 1ul << 32, ulong.MaxValue])
            Call.Fails(Error.Denied, SystemCallNumber.AwaitInterrupt, line);
    }

    internal static void PortsAreDenied()
    {
        Trial.ReadPort8(ClockData);
        Expect.Fail("IN was carried out");
    }

    internal static void Ports()
    {
        // Register A: the divider's and the rate's usual values, 010 and 0110.
        Expect.Equal(Read(RegisterA) & 0x7F, 0x26);

        // A right is not handed on by itself, and not to those who do not ask for it.
        Expect.Equal((ulong)(uint)PortEnd(mayAccessPorts: true).Reason, (ulong)EndReason.Killed);
        ProcessEnd end = PortEnd(mayAccessPorts: false);
        Expect.Equal((ulong)(uint)end.Reason, (ulong)EndReason.Fault);
        Expect.Equal(end.Vector, 13);
    }

    internal static void TheClocksInterrupt()
    {
        foreach (ulong line in (ulong[])[0, 1, 2, 4, 15, 16, ClockLine | (1ul << 32)])
            Call.Fails(Error.Denied, SystemCallNumber.AwaitInterrupt, line);
        Actor second = Actor.InThisProcess();

        // Somebody is busy all the time, so that each interrupt takes the processor away: a halted machine loses some in QEMU 7.2 under icount, where
        // the clock's timer runs twice before the processor wakes.
        int isBusy = 1;
        Expect.Done(Euralios.Std.Thread.TryStart(() => Spin(ref isBusy), out _, out Error error), error);
        ulong start = Clock.Microseconds;
        Write(RegisterB, (byte)(Read(RegisterB) | PeriodicInterrupt));
        for (int i = 0; i < 8; i++)
        {
            Call.Done(SystemCallNumber.AwaitInterrupt, ClockLine);
            Read(RegisterC); // else there is no other
        }

        // 1,024 a second, and some time until the first.
        ulong elapsed = Clock.Microseconds - start;
        Expect.True(elapsed is > 6_800 and < 9_000, $"8 interrupts took {elapsed} us");
        Volatile.Write(ref isBusy, 0);

        // Interrupts that come before anybody waits are kept, as one.
        SystemCall.Sleep(10_000);
        start = Clock.Microseconds;
        Call.Done(SystemCallNumber.AwaitInterrupt, ClockLine);
        Expect.True(Clock.Microseconds - start < 100);
        Write(RegisterB, (byte)(Read(RegisterB) & ~PeriodicInterrupt));
        Read(RegisterC);

        // Only one thread can wait for a line.
        second.Begin(SystemCallNumber.AwaitInterrupt, ClockLine);
        Expect.True(second.IsWaiting);
        Call.Fails(Error.ReceiveBlocking, SystemCallNumber.AwaitInterrupt, ClockLine);
        Write(RegisterB, (byte)(Read(RegisterB) | PeriodicInterrupt));
        Expect.Equal(second.End(10_000).Rax, 0ul);
        Write(RegisterB, (byte)(Read(RegisterB) & ~PeriodicInterrupt));
        Read(RegisterC);
    }

    /// <summary>The part of a child that reads a port.</summary>
    internal static int ReadPort()
    {
        Trial.ReadPort8(ClockData);
        return 0;
    }

    private static void Spin(ref int isBusy)
    {
        while (Volatile.Read(ref isBusy) != 0)
        {
        }
    }

    private static ProcessEnd PortEnd(bool mayAccessPorts) => Children.Await(Child.Start("port", out _, mayAccessPorts));

    private static int Read(byte register)
    {
        Trial.WritePort8(ClockIndex, register);
        return Trial.ReadPort8(ClockData);
    }

    private static void Write(byte register, byte value)
    {
        Trial.WritePort8(ClockIndex, register);
        Trial.WritePort8(ClockData, value);
    }
}
