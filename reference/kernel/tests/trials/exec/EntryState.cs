using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>What a program's first instruction finds.</summary>
internal static unsafe class EntryState
{
    /// <summary>
    /// Sends three messages through handle 0: the heap, its size, the argument block; the environment block, RSP, the flags; all other registers in one
    /// word, MXCSR, the x87 control word. Then it exits with status 33.
    /// </summary>
    private static byte[] Program =>
    [
        0x9C, 0x4C, 0x09, 0xFB, 0x49, 0x89, 0xE7, 0x57, 0x52, 0x51, 0x50, 0x48,
        0x09, 0xEB, 0x48, 0x09, 0xF3, 0x4C, 0x09, 0xC3, 0x4C, 0x09, 0xCB, 0x4C,
        0x09, 0xD3, 0x4C, 0x09, 0xDB, 0x4C, 0x09, 0xE3, 0x4C, 0x09, 0xEB, 0x4C,
        0x09, 0xF3, 0x48, 0x8B, 0x3C, 0x24, 0x48, 0x8B, 0x74, 0x24, 0x08, 0x48,
        0x8B, 0x54, 0x24, 0x10, 0xB8, 0x04, 0x00, 0x00, 0x00, 0x0F, 0x05, 0x48,
        0x8B, 0x7C, 0x24, 0x18, 0x49, 0x8D, 0x77, 0x08, 0x49, 0x8B, 0x17, 0xB8,
        0x04, 0x00, 0x00, 0x00, 0x0F, 0x05, 0x6A, 0x00, 0x0F, 0xAE, 0x1C, 0x24,
        0x48, 0x8B, 0x34, 0x24, 0xD9, 0x3C, 0x24, 0x0F, 0xB7, 0x14, 0x24, 0x48,
        0x89, 0xDF, 0xB8, 0x04, 0x00, 0x00, 0x00, 0x0F, 0x05, 0xBF, 0x21, 0x00,
        0x00, 0x00, 0xB8, 0x01, 0x00, 0x00, 0x00, 0x0F, 0x05, 0x0F, 0x0B,
    ];

    internal static void Registers()
    {
        byte[] file = ElfFile.Make(ElfPart.OfCode(Program));

        // Make the machine's registers anything but what a program begins with.
        RegisterSet noise = Trials.Registers.Fill();
        noise.Rax = (ulong)SystemCallNumber.Yield;
        for (int round = 0; round < 3; round++)
        {
            Rendezvous input = Rendezvous.New();
            Rendezvous output = Rendezvous.New();
            RegisterSet set = noise;
            TrialCall.Make(&set);
            SystemCallRegisters started = round switch
            {
                0 => Exec.Call(file, input.First, output.First),
                1 => Exec.Call(file, input.First, output.First, "Aname\u0003word\0"u8),
                _ => Exec.Call(file, input.First, output.First, "Aname\0Ek=v\0"u8),
            };
            Expect.Equal(started.Rax, 0ul);
            SystemCallRegisters heap = Call.Done(SystemCallNumber.ReceiveDeadline, input.Second, 1_000_000);
            SystemCallRegisters stack = Call.Done(SystemCallNumber.ReceiveDeadline, input.Second, 1_000_000);
            SystemCallRegisters others = Call.Done(SystemCallNumber.ReceiveDeadline, input.Second, 1_000_000);
            Expect.Equal(Call.Done(SystemCallNumber.Wait, started.Rsi, ulong.MaxValue).Rdi, 33ul);

            Expect.Equal(heap.Rdi, Addresses.Heap);
            Expect.Equal(heap.Rsi, Addresses.HeapEnd - Addresses.Heap);
            Expect.Equal(heap.Rdx != 0 ? 1 : 0, round > 0 ? 1 : 0);
            Expect.Equal(stack.Rdi != 0 ? 1 : 0, round > 1 ? 1 : 0);
            Expect.Equal(stack.Rsi % 16, 0ul);
            Expect.True(stack.Rsi <= Addresses.StacksStart + Addresses.StackSlot && stack.Rsi > Addresses.StacksStart + Addresses.StackSlot - 256);
            Expect.Equal(stack.Rdx, 0x202ul); // interrupts on, and the bit that is always 1
            Expect.Equal(others.Rdi, 0ul);
            Expect.Equal(others.Rsi, 0x1F80ul);
            Expect.Equal(others.Rdx, 0x037Ful);

            // The blocks lie above the stack, the arguments' at the end.
            if (round > 0)
                Expect.True(heap.Rdx >= stack.Rsi && heap.Rdx % 16 == 0 && heap.Rdx < Addresses.StacksStart + Addresses.StackSlot);
            if (round > 1)
                Expect.True(stack.Rdi >= stack.Rsi && stack.Rdi < heap.Rdx);
            Call.Done(SystemCallNumber.Close, started.Rsi);
        }
    }

    internal static void StandardHandles()
    {
        // Input is 0 and output 1, whatever their numbers were; the caller has them no more.
        Rendezvous input = Rendezvous.New();
        Rendezvous output = Rendezvous.New();
        byte[] file = ElfFile.Make(ElfPart.OfCode(
            0xBF, 1, 0, 0, 0, // mov edi, 1
            0x48, 0xB8, 4, 0, 0, 0, 1, 0, 0, 0, // mov rax, send through handle 1
            0x0F, 0x05, // syscall
            0xBF, 2, 0, 0, 0, // mov edi, 2
            0xB8, 4, 0, 0, 0, // mov eax, send through handle 0
            0x0F, 0x05, // syscall
            0xBF, 3, 0, 0, 0, // mov edi, 3
            0xB8, 11, 0, 0, 0, // mov eax, copy_rendezvous of handle 3, which there is not
            0x0F, 0x05, // syscall
            0x89, 0xC7, // mov edi, eax
            0xB8, 1, 0, 0, 0, // mov eax, exit_thread
            0x0F, 0x05)); // syscall
        Rendezvous unused = Rendezvous.New();
        SystemCallRegisters started = Exec.Call(file, input.First, output.First);
        Expect.Equal(started.Rax, 0ul);
        Expect.Equal(started.Rsi, unused.Second + 1); // the lowest free before the other two went
        Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, input.First);
        Call.Fails(Error.InvalidHandle, SystemCallNumber.CopyRendezvous, output.First);
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, output.Second, 1_000_000).Rdi, 1ul);
        Expect.Equal(Call.Done(SystemCallNumber.ReceiveDeadline, input.Second, 1_000_000).Rdi, 2ul);
        Expect.Equal(Call.Done(SystemCallNumber.Wait, started.Rsi, ulong.MaxValue).Rdi, (ulong)Error.InvalidHandle);
    }
}
