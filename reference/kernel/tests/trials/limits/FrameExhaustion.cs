using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>All memory used up. The trial must not need any itself meanwhile: what it touches it has touched before.</summary>
internal static unsafe class FrameExhaustion
{
    private const int MostChunks = 64;

    private static readonly ulong[] Taken = new ulong[MostChunks];
    private static int count;

    internal static void Chunks()
    {
        byte[] program = ElfFile.Exit(6);
        Prepare(program);
        Usage before = Usage.Now();
        for (int round = 0; round < 3; round++)
        {
            TakeAll();
            Usage full = Usage.Now();
            Expect.True(full.FramesAvailable <= 2, "frames are left");
            Call.Fails(Error.Memory, SystemCallNumber.AllocateMemory, 1, 0xFFFF_FFFF);
            Call.Fails(Error.Memory, SystemCallNumber.ListMounts);
            Exec.Fails(Error.Memory, program);

            // What needs no memory works.
            Rendezvous place = Rendezvous.New();
            Call.Fails(Error.TimedOut, SystemCallNumber.ReceiveDeadline, place.First, 1);
            place.Close();
            Usage.ExpectAs(full);
            GiveBack();
            Usage.ExpectAs(before);
            Expect.Equal(Children.Await(Exec.Start(program)).Status, 6);
        }

        Usage.ExpectAs(before);
    }

    internal static void OnDemand()
    {
        // A chunk on demand is half used when memory ends: the kernel says so where it would be the first to touch a page.
        byte[] program = ElfFile.Exit(6);
        Prepare(program);
        ulong large = Call.Done(SystemCallNumber.AllocateMemory, 4096, 0).Rdi;
        *(ulong*)large = 1;
        ulong read = *(ulong*)(large + (100 * Addresses.Page));
        Usage before = Usage.Now();
        TakeAll();
        Usage full = Usage.Now();
        for (ulong page = 0; page < 600; page += 599)
            Call.Make(SystemCallNumber.Statistics, large + (page * Addresses.Page), 64); // the last frames, if there are some
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, large + (200 * Addresses.Page), 64);
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, large + (100 * Addresses.Page), 64); // shown as zeros, and to be written
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, large + (2000 * Addresses.Page), 64);

        // Reading needs no frame where there is a table.
        read |= *(ulong*)(large + (300 * Addresses.Page));
        Expect.Equal(read, 0ul);
        GiveBack();
        Call.Done(SystemCallNumber.Statistics, large + (200 * Addresses.Page), 64);
        Call.Done(SystemCallNumber.FreeMemory, large);
        Expect.True(full.Frames == before.Frames);
    }

    internal static void EndsWhoTouches()
    {
        // A process that writes where there is no frame left ends, by a page fault; others go on.
        Process process = Child.Start("touch", out Handle channel);
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, channel.Number, 1_000_000).Rdi, 1ul);
        byte[] program = ElfFile.Exit(6);
        Prepare(program);
        TakeAll();
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(channel.Number));
        bool ended = SystemCall.TryReceive(process.Handle, 10_000_000, out Message end, out _);
        GiveBack();
        Expect.True(ended);
        Expect.Equal(end.Second.Value, (ulong)EndReason.Fault | (14 << 8));
    }

    /// <summary>The part of a process that takes memory until there is none.</summary>
    internal static int Touch()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 60_000, 0).Rdi;
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(0));
        Call.Done(SystemCallNumber.Receive, 0);
        for (ulong page = 0; page < 60_000; page++)
            *(ulong*)(chunk + (page * Addresses.Page)) = 1;
        return 0;
    }

    internal static void ExecAtEveryShortage()
    {
        // Exec with 0, 1, 2... frames available fails at each of its steps in turn, and then is done.
        byte[] program = ElfFile.Make(
            ElfPart.OfCode(0xBF, 7, 0, 0, 0, 0xB8, 1, 0, 0, 0, 0x0F, 0x05),
            new ElfPart(0x40_0000, [1, 2, 3], 3, ElfPart.Constants),
            new ElfPart(0x60_0000, [4], 0x5000, ElfPart.Data));
        Prepare(program);
        ulong[] singles = new ulong[40];
        for (int i = 0; i < singles.Length; i++)
            singles[i] = Call.Done(SystemCallNumber.AllocateMemory, 1, ulong.MaxValue).Rdi;
        Usage before = Usage.Now();
        TakeAll();
        int failures = 0;
        foreach (ulong single in singles)
        {
            Rendezvous pair = Rendezvous.New();
            Usage now = Usage.Now();
            SystemCallRegisters started = Exec.Call(program, pair.First, pair.Second, "Ax\0Ey=z\0"u8);
            if (started.Rax == 0)
            {
                Expect.Equal(Call.Done(SystemCallNumber.Wait, started.Rsi, ulong.MaxValue).Rdi, 7ul);
                Call.Done(SystemCallNumber.Close, started.Rsi);
                break;
            }

            Expect.Equal(started.Rax, (ulong)Error.Memory);
            Usage.ExpectAs(now);
            pair.Close();
            failures++;
            Call.Done(SystemCallNumber.FreeMemory, single);
        }

        GiveBack();
        Expect.True(failures is > 3 and < 20, $"{failures} failures");
        foreach (ulong single in singles)
            Call.Make(SystemCallNumber.FreeMemory, single);
        Expect.True(Usage.Now().Frames >= before.Frames);
    }

    /// <summary>Touches what will be needed: static data, and the stack. What runs without memory allocates nothing.</summary>
    private static void Prepare(byte[] program)
    {
        Exec.Fails(Error.Parameter, program, "?"u8);
        byte* stack = stackalloc byte[64 * 1024];
        for (int i = 0; i < 64 * 1024; i += 4096)
            stack[i] = 1;
    }

    /// <summary>Takes all frames, in pieces that become smaller.</summary>
    private static void TakeAll()
    {
        ulong size = 4096;
        while (size > 0)
        {
            SystemCallRegisters taken = Call.Make(SystemCallNumber.AllocateMemory, size, ulong.MaxValue);
            if (taken.Rax == 0)
                Taken[count++] = taken.Rdi;
            else
                size /= 2;
        }
    }

    private static void GiveBack()
    {
        while (count > 0)
            Call.Done(SystemCallNumber.FreeMemory, Taken[--count]);
        SystemCall.Sleep(500_000); // a chunk of 16 MiB is given back in steps
    }
}
