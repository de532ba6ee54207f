using System;
using Euralios.Std;
using Merriwig.Tests;
using Random = Merriwig.Tests.Random;

/// <summary>
/// A process that makes random system calls. The numbers of calls go round; the registers start from a call that could succeed, and then some, or all,
/// are replaced by values of the kind that goes wrong.
/// </summary>
internal static unsafe class RandomCaller
{
    /// <summary>The interrupt line that it may wait for.</summary>
    internal const uint Line = 4;

    private const int Numbers = 28;
    private const int MostThreads = 4;

    // Where the announcements go: beyond the numbers of handles that are tried.
    private const uint AnnouncementHandle = 100;

    private static Handle announcements;
    private static Random random;
    private static ulong seed;
    private static ulong next;
    private static int threads;
    private static RandomValues values = null!;

    internal static int Play(string seedText, string firstText)
    {
        seed = Decimal.Parse(seedText);
        next = Decimal.Parse(firstText);
        announcements = Handle.StandardInput;
        while (announcements.Number < AnnouncementHandle)
        {
            if (!SystemCall.TryCopy(Handle.StandardInput, out announcements, out _))
                return 1;
        }

        for (uint i = 0; i < AnnouncementHandle; i++)
            SystemCall.TryClose(new Handle(i), out _);
        values = RandomValues.Make();
        while (true)
        {
            var announcement = new Message(RandomCalls.Announced, next);
            if (!SystemCall.TrySend(announcements, ref announcement, out _))
                return 0;
            random = new Random(seed + (next * 0x1_0000_0001));
            MakeCall((int)(next++ % (Numbers + 1)));
        }
    }

    private static void MakeCall(int number)
    {
        // The last of the round: numbers that no call has.
        if (number == Numbers)
            number += random.Below(256 - Numbers);
        SystemCallRegisters registers = values.Plausible((SystemCallNumber)number, ref random);
        int replaced = random.Below(3);
        if (replaced > 0)
            Replace(ref registers, all: replaced == 2);
        registers.Rax = (registers.Rax & ~0xFFul) | (byte)number;
        if (number != (int)SystemCallNumber.ForkThread)
            SystemCall.Raw(ref registers);
        else if (threads++ < MostThreads)
            Thread.TryStart(static () => SystemCall.TryReceive(new Handle(0), out _, out _), out _, out _);
    }

    private static void Replace(ref SystemCallRegisters registers, bool all)
    {
        if (all || random.OneIn(2))
            registers.Rdi = values.Any(ref random);
        if (all || random.OneIn(2))
            registers.Rsi = values.Any(ref random);
        if (all || random.OneIn(2))
            registers.Rdx = values.Any(ref random);
        if (all || random.OneIn(2))
            registers.R8 = values.Any(ref random);
        if (all || random.OneIn(4))
            registers.Rax = random.OneIn(2) ? values.Any(ref random) << 8 : (values.Any(ref random) << 32) | (random.Next() & 0xFFFF_FF00);
    }
}
