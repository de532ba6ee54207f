using Iced.Intel;

namespace Merriwig.Machine.Tests.Hostile;

/// <summary>How a hostile program must end: by an exception, or, where what it does is allowed and harmless, by itself.</summary>
/// <param name="Vector">The exception's vector; null where it ends by itself, with status 0.</param>
/// <param name="Error">The exception's error code; null where it does not matter.</param>
/// <param name="Address">For a page fault: what was accessed; null where that depends on the program's code.</param>
internal sealed record End(int? Vector, int? Error = 0, ulong? Address = null)
{
    public const int PageFault = 14;

    // The page fault's error code (SDM volume 3, figure 4-12). All of these are programs.
    private const int Present = 1, Write = 2, User = 4, Fetch = 16;

    /// <summary>The program ends by itself.</summary>
    public static End Well { get; } = new((int?)null);

    /// <summary>A general protection fault: 0, or the selector that it is about (SDM volume 3, 6.13).</summary>
    public static End Protection(int selector = 0) => new(13, selector);

    public static End InvalidOpcode { get; } = new(6);

    public static End Read(ulong? address, bool present = false) => new(PageFault, User | (present ? Present : 0), address);

    public static End Writing(ulong? address, bool present = false) => new(PageFault, User | Write | (present ? Present : 0), address);

    public static End Fetching(ulong? address, bool present = false) => new(PageFault, User | Fetch | (present ? Present : 0), address);
}

/// <summary>A program of a few instructions that tries what no program may.</summary>
/// <param name="Name">Its name, in words with hyphens between them; <c>ports-</c> first for one that may use I/O ports.</param>
/// <param name="End">How it must end.</param>
/// <param name="Code">Its instructions.</param>
internal sealed record HostileProgram(string Name, End End, Action<Assembler> Code)
{
    // What else is in such a program, and where the kernel puts its stack and heap.
    public const ulong CodeAddress = 0x20_0000, ConstantsAddress = 0x30_0000, DataAddress = 0x40_0000;
    public const ulong StackTop = 0x280_0008_0000, StackBottom = StackTop - 0x4_0000, HeapAddress = 0x280_1000_0000;

    /// <summary>Behind its instructions stand those of an orderly end.</summary>
    public bool HasOrderlyEnd { get; init; } = true;

    public override string ToString() => Name;

    /// <summary>The program as an ELF file.</summary>
    public byte[] ToElf()
    {
        var code = new Assembler(64);
        Code(code);
        if (HasOrderlyEnd)
        {
            code.mov(AssemblerRegisters.eax, 1); // exit_thread
            code.xor(AssemblerRegisters.edi, AssemblerRegisters.edi);
            code.syscall();
            code.ud2();
        }

        var stream = new MemoryStream();
        code.Assemble(new StreamCodeWriter(stream), HostileElf.Entry);
        return HostileElf.Make(stream.ToArray());
    }
}
