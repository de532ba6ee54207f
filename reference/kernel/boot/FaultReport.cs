using System;
using Merriwig.Cpu;
using Merriwig.Devices;
using Merriwig.Memory;

namespace Merriwig.Boot;

/// <summary>
/// The lines in which a fault is reported: registers, and the words of the stack. Addresses are printed raw; a filter on the host's side of the
/// serial line turns them into C# methods, files and lines.
/// </summary>
internal static unsafe class FaultReport
{
    private const ulong PageFault = 14;
    private const int StackWords = 192;

    /// <summary>Vector and registers.</summary>
    internal static void WriteRegisters(InterruptFrame* frame)
    {
        if (frame->Vector == PageFault)
            Console.WriteLine($"Accessed address: {Processor.ReadFaultAddress():x16}");
        Console.WriteLine($"vector {frame->Vector} error {frame->ErrorCode:x}");
        Console.WriteLine($"rip {frame->Rip:x16} rsp {frame->Rsp:x16} rfl {frame->Rflags:x16}");
        Console.WriteLine($"rax {frame->Rax:x16} rbx {frame->Rbx:x16} rcx {frame->Rcx:x16}");
        Console.WriteLine($"rdx {frame->Rdx:x16} rsi {frame->Rsi:x16} rdi {frame->Rdi:x16}");
        Console.WriteLine($"rbp {frame->Rbp:x16} r8  {frame->R8:x16} r9  {frame->R9:x16}");
        Console.WriteLine($"r10 {frame->R10:x16} r11 {frame->R11:x16} r12 {frame->R12:x16}");
        Console.WriteLine($"r13 {frame->R13:x16} r14 {frame->R14:x16} r15 {frame->R15:x16}");
    }

    /// <summary>The words of one of the kernel's stacks from an address up to its top, four a line: what the host unwinds.</summary>
    internal static void WriteKernelStack(ulong from)
    {
        ulong top = from >= Image.StackBottom() && from < Image.StackTop() ? Image.StackTop() : KernelTables.StackTop(from);
        int words = (int)Math.Min((top - from) / sizeof(ulong), StackWords);
        for (int i = 0; i < words; i++)
            WriteWord(from, i, *((ulong*)from + i));
        EndLine(words);
    }

    /// <summary>The words of a program's stack, as far as there is memory. Nothing that the program did to its stack pointer can harm.</summary>
    internal static void WriteProgramStack(in AddressSpace space, ulong from)
    {
        int words = 0;
        while (words < StackWords && TryRead(space, from + ((ulong)words * sizeof(ulong)), out ulong word))
            WriteWord(from, words++, word);
        EndLine(words);
    }

    private static bool TryRead(in AddressSpace space, ulong address, out ulong word)
    {
        word = 0;
        if (address >= UserLayout.End || address % sizeof(ulong) != 0)
            return false;
        PageTableEntry* entry = space.Find(address, out int level);
        if (level != 1 || !entry->IsPresent)
            return false;
        word = *(ulong*)((byte*)PhysicalWindow.At(entry->Frame) + (address % FrameMap.FrameSize));
        return true;
    }

    private static void WriteWord(ulong start, int index, ulong word)
    {
        if (index % 4 == 0)
        {
            EndLine(index);
            Console.Write($"stack {start + ((ulong)index * sizeof(ulong)):x16}:");
        }

        Console.Write($" {word:x16}");
    }

    private static void EndLine(int words)
    {
        if (words > 0)
            Console.WriteLine();
    }
}
