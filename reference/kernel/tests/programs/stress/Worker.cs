using System;
using Euralios.Std;
using Merriwig.Tests;
using Random = Merriwig.Tests.Random;
using Thread = Euralios.Std.Thread;

/// <summary>
/// A process that does what its random numbers say, in up to a few threads, until it ends in one of the ways that there are, or is killed. Its first
/// thread never waits without an end, so something always happens.
/// </summary>
internal static unsafe class Worker
{
    private const ulong Proof = 0x5851_F42D_4C95_7F2D;
    private const int Handles = 12;
    private const int FirstRendezvous = 3;
    private const int Chunks = 6;
    private const int MostThreads = 6;
    private const ulong ChunkWindow = 1ul << 30;
    private const ulong ChunksStart = 0x280_4000_0000;

    private static ulong seed;
    private static int threads = 1;

    internal static int Run(ulong ownSeed)
    {
        seed = ownSeed;
        for (int i = 0; i < FirstRendezvous; i++)
            SystemCall.TryNewRendezvous(out _, out _, out _);
        Work(isFirst: true);
        return (int)(seed & 7);
    }

    private static void Work(bool isFirst)
    {
        var random = new Random(seed ^ ((ulong)threads * Proof));
        int life = 50 + random.Below(isFirst ? 10_000 : 500);
        for (int i = 0; i < life; i++)
        {
            switch (random.Below(80))
            {
                case 0:
                    SystemCall.TryNewRendezvous(out _, out _, out _);
                    break;
                case 1 or 2:
                    SystemCall.TryCopy(AnyHandle(ref random), out _, out _);
                    break;
                case 3 when random.OneIn(2):
                    SystemCall.TryClose(AnyHandle(ref random), out _);
                    break;
                case 4 or 5 or 6 or 7:
                    Send(ref random, isFirst);
                    break;
                case 8 or 9 or 10 or 11 or 12 or 13:
                    Receive(ref random, isFirst);
                    break;
                case 14 or 15:
                    Allocate(ref random);
                    break;
                case 16 or 17:
                    SystemCall.TryFree(AnyChunk(ref random), out _);
                    break;
                case 18:
                    SystemCall.TryDecommit((void*)AnyChunk(ref random).Address, (ulong)random.Below(8), out _);
                    break;
                case 19 or 27 or 28:
                    Start(ref random);
                    break;
                case 20:
                    Mounts(ref random);
                    break;
                case 21:
                    Suspend(ref random);
                    break;
                case 22:
                    TinyChild.Start(ref random, AnyHandle(ref random), AnyHandle(ref random));
                    break;
                case 23:
                    SystemCall.TryKill(AnyHandle(ref random), 9, out _);
                    break;
                case 24:
                    SystemCall.TryWait(AnyHandle(ref random), (ulong)random.Below(20_000), out _, out _);
                    break;
                case 25:
                    SystemCall.Sleep((ulong)random.Below(15_000));
                    break;
                case 26:
                    Usage(ref random);
                    break;
                default:
                    SystemCall.Yield();
                    break;
            }
        }

        threads--;
        if (!isFirst)
            return;
        if (random.OneIn(3))
            *(ulong*)0 = Proof; // a fault ends it
        if (random.OneIn(2))
            SystemCall.ExitThread(3);
    }

    // The first one is the hub's, most of the time.
    private static Handle AnyHandle(ref Random random) => new(random.OneIn(5) ? 0 : (uint)random.Below(Handles));

    private static MemoryChunk AnyChunk(ref Random random) => new(ChunksStart + ((ulong)random.Below(Chunks) * ChunkWindow));

    /// <summary>A message whose values prove each other where it carries nothing else.</summary>
    private static void Send(ref Random random, bool isFirst)
    {
        ulong tag = random.Next();
        MessageItem first = tag * Proof;
        MessageItem second = tag ^ Proof;
        if (random.OneIn(3))
            first = random.OneIn(2) ? AnyHandle(ref random) : AnyChunk(ref random);
        if (random.OneIn(4))
            second = random.OneIn(2) ? AnyHandle(ref random) : AnyChunk(ref random);
        var message = new Message(tag, first, second);
        if (isFirst || random.OneIn(3))
        {
            // Nobody answers for certain, so only other threads wait for an answer, and the first one for no receiver.
            if (!isFirst)
                SystemCall.TrySendReceive(AnyHandle(ref random), ref message, out _, out _);
        }
        else
        {
            SystemCall.TrySend(AnyHandle(ref random), ref message, out _);
        }
    }

    private static void Receive(ref Random random, bool isFirst)
    {
        Message message;
        bool received;
        if (random.OneIn(3))
        {
            Span<Handle> handles = stackalloc Handle[1 + random.Below(8)];
            for (int i = 0; i < handles.Length; i++)
                handles[i] = AnyHandle(ref random);
            received = SystemCall.TryReceiveAny(handles, (ulong)random.Below(20_000), out _, out message, out _);
        }
        else if (!isFirst && random.OneIn(3))
        {
            received = SystemCall.TryReceive(AnyHandle(ref random), out message, out _);
        }
        else
        {
            received = SystemCall.TryReceive(AnyHandle(ref random), (ulong)random.Below(20_000), out message, out _);
        }

        if (received && !message.IsLong && message.Tag != Tags.Exited)
            Expect.True(message.First.Value == message.Tag * Proof && message.Second.Value == (message.Tag ^ Proof));
    }

    private static void Allocate(ref Random random)
    {
        ulong pages = 1 + (ulong)random.Below(1 << random.Below(5));
        if (random.OneIn(20))
            pages = 100_000;
        ulong limit = random.OneIn(3) ? ulong.MaxValue : 0;
        if (!SystemCall.TryAllocate(pages, limit, out MemoryChunk chunk, out _, out _))
            return;

        // Another thread may send it away meanwhile: then this is a fault, and ends the process; or meets another chunk in its place.
        bool isAlone = threads == 1;
        for (ulong page = 0; page < Math.Min(pages, 4); page++)
        {
            Expect.True(*(ulong*)(chunk.Address + (page * SystemCall.PageSize)) == 0 || !isAlone);
            *(ulong*)(chunk.Address + (page * SystemCall.PageSize)) = page;
        }
    }

    private static void Start(ref Random random)
    {
        if (threads >= MostThreads)
            return;
        threads++;
        seed = random.Next();
        Thread.TryStart(static () => Work(isFirst: false), out _, out _);
    }

    private static void Mounts(ref Random random)
    {
        Span<byte> path = stackalloc byte[] { (byte)'/', (byte)('a' + random.Below(4)) };
        switch (random.Below(4))
        {
            case 0:
                SystemCall.TryMount(AnyHandle(ref random), path, out _);
                break;
            case 1:
                SystemCall.TryUnmount(path, out _);
                break;
            case 2:
                SystemCall.TryOpen(random.OneIn(2) ? path : "/hub/x"u8, out _, out _, out _);
                break;
            default:
                SystemCall.TryListMounts(out _, out _, out _);
                break;
        }
    }

    /// <summary>Stops the others for a moment.</summary>
    private static void Suspend(ref Random random)
    {
        byte* records = stackalloc byte[MostThreads * 512];
        if (!SystemCall.TrySuspend(records, (ulong)random.Below(MostThreads + 1), out _, out _))
            return;
        if (random.OneIn(2))
            SystemCall.Sleep((ulong)random.Below(10_000));
        SystemCall.TryResume(out _);
    }

    private static void Usage(ref Random random)
    {
        byte* buffer = stackalloc byte[1024];
        var call = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.Statistics, Rdi = (ulong)buffer, Rsi = (ulong)random.Below(1024) };
        SystemCall.Raw(ref call);
    }
}
