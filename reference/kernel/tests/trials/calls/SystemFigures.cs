using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>The calls that say how the system is.</summary>
internal static unsafe class SystemFigures
{
    private const ulong HeaderSize = 64, RecordSize = 64;

    /// <summary>2026-01-01 00:00 UTC, at which the host starts the machine's clock.</summary>
    private const ulong BootDate = 1_767_225_600;

    internal static void Lengths()
    {
        byte* buffer = stackalloc byte[(int)(HeaderSize + (8 * RecordSize))];
        foreach (ulong length in (ulong[])[0, 1, 8, 63])
            Call.Fails(Error.Parameter, SystemCallNumber.Statistics, (ulong)buffer, length);

        // As many whole records as there is room for, and not a byte more.
        foreach (ulong length in (ulong[])[64, 65, 127, 128, 191, 192])
        {
            for (int i = 0; i < 256; i++)
                buffer[i] = 0xEE;
            ulong records = (length - HeaderSize) / RecordSize;
            SystemCallRegisters after = Call.Done(SystemCallNumber.Statistics, (ulong)buffer, length);
            Expect.Equal(after.Rdi, HeaderSize + (records * RecordSize));
            Expect.Equal(((SystemStatistics*)buffer)->Records, records);
            for (ulong i = HeaderSize + (records * RecordSize); i < 256; i++)
                Expect.Equal((int)buffer[i], 0xEE);
        }
    }

    internal static void Records()
    {
        Expect.True(Usage.TryFind(Usage.ThisProcess, out ProcessStatistics record));
        Expect.Equal((int)record.Threads, 1);
        Expect.True(record.State == ProcessState.Runnable);
        Expect.True(Usage.TryFind(record.Parent, out ProcessStatistics parent));
        Expect.Equal(parent.Parent, 0ul);
        Expect.Equal(NameOf(parent), "init");
        Expect.True(parent.State == ProcessState.Blocked);
        Expect.Equal(NameOf(record), "calls-statistics-records");

        // Another process: blocked, then with a thread that runs.
        Actor other = Actor.InOtherProcess();
        other.Fork();
        Expect.True(Usage.TryFind(other.Process.Id, out ProcessStatistics child));
        Expect.Equal(NameOf(child), "actor");
        Expect.Equal((int)child.Threads, 2);
        Expect.Equal(child.Parent, Usage.ThisProcess);
        Expect.True(child.State == ProcessState.Blocked);
        other.Begin(SystemCallNumber.Sleep, 1_000_000);
        Expect.True(Usage.TryFind(other.Process.Id, out child));
        Expect.True(child.State == ProcessState.Blocked);

        // One thread suspends the other and waits itself.
        Actor first = Actor.InOtherProcess();
        Actor second = first.Fork();
        ulong buffer = first.Do(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        second.Begin(SystemCallNumber.Sleep, 1);
        Expect.Equal(first.Do(SystemCallNumber.Suspend, buffer, 4).Rdi, 1ul);
        SystemCall.Yield(); // it waits for its next order
        Expect.True(Usage.TryFind(first.Process.Id, out child));
        Expect.True(child.State == ProcessState.Blocked);
        first.Begin(SystemCallNumber.ExitThread);
        Children.Kill(first.Process);
        Children.Kill(other.Process);
        Expect.True(!Usage.TryFind(other.Process.Id, out _));
    }

    internal static void Date()
    {
        ulong uptime = Clock.Microseconds / 1_000_000;
        ulong date = SystemCall.Date();
        Expect.True(date - BootDate - uptime <= 2, $"{date} s, {uptime} s after the boot at {BootDate}");
        SystemCall.Sleep(2_500_000);
        Expect.True(SystemCall.Date() - date is 2 or 3);
    }

    private static string NameOf(ProcessStatistics record)
    {
        ReadOnlySpan<byte> name = record.Name;
        int length = name.IndexOf((byte)0);
        return Text.FromUtf8(length < 0 ? name : name.Slice(0, length));
    }
}
