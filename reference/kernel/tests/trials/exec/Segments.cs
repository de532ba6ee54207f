using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>How segments and stacks are mapped.</summary>
internal static unsafe class Segments
{
    private const ulong DataAddress = 0x60_0000;

    /// <summary>Exits with status 0x55.</summary>
    private static byte[] ExitCode => [0xB8, 1, 0, 0, 0, 0xBF, 0x55, 0, 0, 0, 0x0F, 0x05];

    private static ulong StackTop(byte* local) => ((ulong)local + Addresses.StackSlot - 1) & ~(Addresses.StackSlot - 1);

    internal static void Rights()
    {
        // Code and constants cannot be written to, data and constants not executed: each is a page fault. What is jumped to is code that would exit.
        byte[] writeCode = [0xC6, 0x04, 0x25, 0, 0, 0x20, 0, 1]; // mov byte [0x200000], 1
        byte[] writeConstant = [0xC6, 0x04, 0x25, 0, 0, 0x40, 0, 1];
        byte[] runConstant = [0xB8, 0, 0, 0x40, 0, 0xFF, 0xE0]; // mov eax, 0x400000; jmp rax
        byte[] runData = [0xB8, 0, 0, 0x60, 0, 0xFF, 0xE0];
        byte[] runWritten = // behind the data, where memory is on demand
        [
            0xC7, 0x04, 0x25, 0x00, 0x10, 0x60, 0, 0xB8, 1, 0, 0, // mov dword [0x601000], ...
            0xC7, 0x04, 0x25, 0x04, 0x10, 0x60, 0, 0, 0xBF, 0x55, 0,
            0xC7, 0x04, 0x25, 0x08, 0x10, 0x60, 0, 0, 0, 0x0F, 0x05,
            0xB8, 0, 0x10, 0x60, 0, 0xFF, 0xE0, // mov eax, 0x601000; jmp rax
        ];
        byte[] runStack =
        [
            0x48, 0xB8, 0, 0, 0x0F, 0x05, 0x90, 0x90, 0x90, 0x90, 0x50, // mov rax, ...; push rax
            0x48, 0xB8, 0xB8, 1, 0, 0, 0, 0xBF, 0x55, 0, 0x50,
            0xFF, 0xE4, // jmp rsp
        ];
        foreach (byte[] code in (byte[][])[writeCode, writeConstant, runConstant, runData, runWritten, runStack])
            Child.ExpectFault(Exec.Start(Program(code)), 14);

        // What is allowed.
        byte[] writeData =
        [
            0xC6, 0x04, 0x25, 0, 0, 0x60, 0, 21, // mov byte [0x600000], 21
            0x0F, 0xB6, 0x3C, 0x25, 0, 0, 0x60, 0, // movzx edi, byte [0x600000]
            0xB8, 1, 0, 0, 0, 0x0F, 0x05, // exit
        ];
        Expect.Equal(Children.Await(Exec.Start(Program(writeData))).Status, 21);
    }

    internal static void ZerosBehindData()
    {
        // Frames that were in use and are full of other things come back as zeros: the program adds up all bytes of its data.
        MakeFramesDirty();
        const int size = 5 * 4096;
        byte[] code =
        [
            0xBA, 0, 0, 0x60, 0, // mov edx, 0x600000
            0xB9, size & 0xFF, size >> 8, 0, 0, // mov ecx, size
            0x31, 0xFF, // xor edi, edi
            0x0F, 0xB6, 0x02, // movzx eax, byte [rdx]
            0x01, 0xC7, // add edi, eax
            0xFF, 0xC2, // inc edx
            0xFF, 0xC9, // dec ecx
            0x75, 0xF5, // jnz
            0xB8, 1, 0, 0, 0, 0x0F, 0x05, // exit
        ];
        byte[] file = ElfFile.Make(ElfPart.OfCode(code), new ElfPart(DataAddress, [1, 2, 3], size, ElfPart.Data));
        Expect.Equal(Children.Await(Exec.Start(file)).Status, 6);

        // The same for constants, whose zeros have frames from the start; and where the data begins within a page.
        file = ElfFile.Make(ElfPart.OfCode(code), new ElfPart(DataAddress, [1, 2, 3], size, ElfPart.Constants));
        Expect.Equal(Children.Await(Exec.Start(file)).Status, 6);
        code[1] = 0xF0;
        code[2] = 0x0F;
        file = ElfFile.Make(ElfPart.OfCode(code), new ElfPart(DataAddress + 0xFF0, [1, 2, 4], size, ElfPart.Data));
        Expect.Equal(Children.Await(Exec.Start(file)).Status, 7);
    }

    internal static void LargeZeros()
    {
        // One GiB of zeros: tables, and no frame. Its last byte is there.
        const ulong size = 1ul << 30;
        byte[] plain = ElfFile.Make(ElfPart.OfCode(0x31, 0xFF, 0xB8, 3, 0, 0, 0, 0x0F, 0x05), new ElfPart(0x510_0000, [1], 0x1000, ElfPart.Data));
        byte[] large = ElfFile.Make(ElfPart.OfCode(0x31, 0xFF, 0xB8, 3, 0, 0, 0, 0x0F, 0x05), new ElfPart(0x510_0000, [1], size, ElfPart.Data));
        ulong small = FramesOf(plain);
        Expect.True(FramesOf(large) - small <= 4, "a large segment of zeros costs frames");
        byte[] last = ElfFile.Make(
            ElfPart.OfCode(
                0x0F, 0xB6, 0x3C, 0x25, 0xFF, 0xFF, 0x0F, 0x45, // movzx edi, byte [0x450FFFFF]
                0xC6, 0x04, 0x25, 0xFF, 0xFF, 0x0F, 0x45, 9, // mov byte [0x450FFFFF], 9
                0x03, 0x3C, 0x25, 0xFC, 0xFF, 0x0F, 0x45, // add edi, [0x450FFFFC]
                0xC1, 0xEF, 24, // shr edi, 24
                0xB8, 1, 0, 0, 0, 0x0F, 0x05), // exit
            new ElfPart(0x510_0000, [1], size, ElfPart.Data));
        Expect.Equal(Children.Await(Exec.Start(last)).Status, 9);
    }

    internal static void LargeData()
    {
        // 4,096 pages are filled at most, those of code included.
        const int most = 4096;
        byte[] file = ElfFile.Make(
            ElfPart.OfCode(0xBF, 77, 0, 0, 0, 0xB8, 1, 0, 0, 0, 0x0F, 0x05), new ElfPart(DataAddress, new byte[most * 4096], most * 4096, ElfPart.Data));
        Exec.Fails(Error.Memory, file);
        ElfFile.Set64(file, ElfFile.HeaderSize + ElfFile.ProgramHeaderSize + 32, (most - 1) * 4096);
        Expect.Equal(Children.Await(Exec.Start(file)).Status, 77);
    }

    internal static void StackToTheLastPage() => Child.ExpectFault("stack", 14);

    /// <summary>The part of a child that uses all of its stack, and then a byte more.</summary>
    internal static int UseStack()
    {
        byte local = 0;
        ulong top = StackTop(&local);
        ulong bottom = top - Addresses.StackSize;
        for (ulong address = bottom; address < (ulong)(&local) - 4096; address += 4096)
            *(byte*)address = 1;
        *(byte*)bottom = 1;
        Call.Done(SystemCallNumber.Statistics, bottom, 64);
        Call.Fails(Error.Parameter, SystemCallNumber.Statistics, bottom - 64, 64);
        *(byte*)(bottom - 1) = 1;
        return 0;
    }

    internal static void StackOfAnotherThread()
    {
        // While the thread lives its stack is memory as any other; afterwards it is gone, also from what the processor remembers.
        Process child = Child.Start("stack-of-thread", out Handle channel);
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, channel.Number, 1_000_000).Rdi, 55ul);
        Child.ExpectFault(child, 14);
    }

    /// <summary>The part of a child.</summary>
    internal static int UseStackOfThread()
    {
        Rendezvous place = Rendezvous.New();
        Sequence.Start();
        Sequence.ForkAndRun(() => Call.Make(SystemCallNumber.Receive, place.First));
        byte local = 0;
        byte* other = (byte*)(StackTop(&local) + Addresses.StackSlot - Addresses.StackSize);
        ulong frames = Usage.Now().OwnFrames;
        *other = 55;
        Expect.Equal(Usage.Now().OwnFrames, frames + 1);
        ulong before = Usage.Now().FramesAvailable;
        Call.Done(SystemCallNumber.Send, *other, 2, 3, Call.Through(0));
        Call.Done(SystemCallNumber.Send, 1, 2, 3, Call.Through(place.Second));
        SystemCall.Yield(); // the thread ends
        Expect.True(Usage.Now().FramesAvailable > before);
        *other = 66;
        return 0;
    }

    private static byte[] Program(byte[] code) => ElfFile.Make(
        ElfPart.OfCode(code), new ElfPart(0x40_0000, ExitCode, 12, ElfPart.Constants), new ElfPart(DataAddress, ExitCode, 0x3000, ElfPart.Data));

    private static ulong FramesOf(byte[] file)
    {
        Process process = Exec.Start(file);
        Expect.True(Usage.TryFind(process.Id, out ProcessStatistics record));
        Children.Kill(process);
        return record.Frames;
    }

    /// <summary>Fills many frames and gives them back.</summary>
    internal static void MakeFramesDirty()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 500, ulong.MaxValue).Rdi;
        for (ulong at = 0; at < 500 * Addresses.Page; at += 8)
            *(ulong*)(chunk + at) = ulong.MaxValue;
        Call.Done(SystemCallNumber.FreeMemory, chunk);
    }
}
