using System;
using System.Threading;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Memory that a call is given: the kernel takes it only where the program itself could.</summary>
internal static unsafe class Pointers
{
    internal static void AreReadOnlyWhereTheyMay()
    {
        foreach (ulong bad in Addresses.Bad)
        {
            // Of a byte, of some, and of more than any memory has.
            foreach (ulong length in (ulong[])[1, 8, 4096])
                ReadersRefuse(bad, length);
        }

        // Good memory, but too much of it.
        byte* good = stackalloc byte[16];
        foreach (ulong length in (ulong[])[1 << 20, int.MaxValue, 1ul << 31, uint.MaxValue, 1ul << 32, 1ul << 47, 1ul << 63, ulong.MaxValue - 8, ulong.MaxValue])
            ReadersRefuse((ulong)good, length);
        foreach (ulong count in (ulong[])[0, 33, 1ul << 32, (1ul << 62) + 1, ulong.MaxValue])
            Call.Fails(Error.Parameter, SystemCallNumber.ReceiveAny, (ulong)good, count, 0);
    }

    internal static void AreWrittenOnlyWhereTheyMay()
    {
        Actor other = Actor.InThisProcess(); // so that there is a context to be stored
        other.Begin(SystemCallNumber.Sleep, 5_000_000);
        foreach (ulong bad in Addresses.Bad)
            WritersRefuse(bad);
        foreach (ulong constant in Addresses.ReadOnly)
        {
            ulong before = *(ulong*)constant;
            WritersRefuse(constant);
            Expect.True(constant == Addresses.Information || *(ulong*)constant == before);
        }

        // A string literal of this program, and the archive's kind of memory, are constants too.
        fixed (byte* literal = "a constant of more than sixty-four bytes, which the kernel must not write to, whoever asks it"u8)
            WritersRefuse((ulong)literal);

        // Nothing was suspended by the calls that failed.
        Expect.True(Usage.TryFind(Usage.ThisProcess, out ProcessStatistics record));
        Expect.True(record.State == ProcessState.Runnable);
    }

    internal static void AcrossPages()
    {
        // A page with nothing behind it, and two pages.
        Expect.Done(SystemCall.TryAllocate(1, out MemoryChunk one, out Error error), error);
        Expect.Done(SystemCall.TryAllocate(2, out MemoryChunk two, out error), error);
        Span<byte> last = new((void*)(one.Address + Addresses.Page - 4), 4);
        Span<byte> middle = new((void*)(two.Address + Addresses.Page - 4), 8);
        "/abc"u8.CopyTo(last);
        "/abc/def"u8.CopyTo(middle);
        ulong end = one.Address + Addresses.Page - 4;
        Call.Fails(Error.NotFound, SystemCallNumber.Open, end, 4);
        Call.Fails(Error.Parameter, SystemCallNumber.Open, end, 5);
        Call.Fails(Error.NotFound, SystemCallNumber.Open, two.Address + Addresses.Page - 4, 8);
        Call.Fails(Error.Parameter, SystemCallNumber.DebugWrite, end, 5);

        // Statistics over the boundary, and up to it.
        Call.Done(SystemCallNumber.Statistics, two.Address + Addresses.Page - 32, 64);
        Call.Done(SystemCallNumber.Statistics, one.Address + Addresses.Page - 64, 64);
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, one.Address + Addresses.Page - 63, 64);
        Expect.Equal(*(ulong*)(one.Address + Addresses.Page - 56), *(ulong*)(two.Address + Addresses.Page - 24));

        // Memory on demand that nobody has touched yet: the kernel may be the first to read it, and to write it.
        Expect.Done(SystemCall.TryAllocate(3, out MemoryChunk fresh, out error), error);
        Call.Fails(Error.NotFound, SystemCallNumber.Open, fresh.Address + Addresses.Page - 4, 8);
        Call.Done(SystemCallNumber.Statistics, fresh.Address + Addresses.Page - 32, 64);
        Expect.True(*(ulong*)(fresh.Address + Addresses.Page - 24) > 0);

        // And where the program has read zeros already, and the processor remembers that.
        ulong* shown = (ulong*)(fresh.Address + (2 * Addresses.Page));
        Expect.Equal(Volatile.Read(ref shown[1]), 0ul);
        Call.Done(SystemCallNumber.Statistics, (ulong)shown, 64);
        Expect.True(Volatile.Read(ref shown[1]) > 0);

        // Memory that was given back.
        Expect.Done(SystemCall.TryFree(two, out error), error);
        Call.Fails(Error.Parameter, SystemCallNumber.Open, two.Address, 8);
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, two.Address, 64);
    }

    private static void ReadersRefuse(ulong address, ulong length)
    {
        Call.Fails(Error.Parameter, SystemCallNumber.DebugWrite, address, length);
        Call.Fails(Error.Parameter, SystemCallNumber.Open, address, length);
        Call.Fails(Error.Parameter, SystemCallNumber.Unmount, address, length);
        Call.Fails(Error.Parameter, SystemCallNumber.Mount, address, length, rax: Call.Through(0));
        if (length <= 32)
            Call.Fails(Error.Parameter, SystemCallNumber.ReceiveAny, address, length, 0);
        if (length > uint.MaxValue)
            return;
        Call.Fails(Error.Parameter, SystemCallNumber.Exec, address, 1, 0, length << 32);
        if (length <= ushort.MaxValue)
            Call.Fails(Error.Parameter, SystemCallNumber.Exec, Addresses.Code, 1, address, (64ul << 32) | (length << 16));
    }

    private static void WritersRefuse(ulong address)
    {
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, address, 64);
        Call.Fails(Error.Parameter, SystemCallNumber.Suspend, address, 1);
    }
}
