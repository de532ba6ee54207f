using Euralios.Sdk.Elf;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// From the PVH entry (32-bit protected mode, paging off, EBX = the boot information's physical address; Xen's
/// <c>hvm/start_info.h</c>) to <c>kernel_main</c> in long mode.
/// </summary>
/// <remarks>
/// The page tables made here are the kernel's for good: the upper half's tables are shared by every address space.
/// <list type="bullet">
/// <item>0xFFFF_8000_0000_0000: all physical memory below 4 GiB, in 2 MiB pages, writable, never executable: the physical window.</item>
/// <item>0xFFFF_FFFF_8000_0000: the image, in 4 KiB pages: code is read-only, constants are read-only, data is not executable,
/// the page below the stack is missing.</item>
/// <item>Below 2 MiB, identity: only while paging is switched on; gone before C# runs, so address 0 is never mapped.</item>
/// </list>
/// </remarks>
internal static class BootEntry
{
    private const uint Present = 1;
    private const uint Writable = 2;
    private const uint LargePage = 0x80;
    private const uint NoExecuteHigh = 0x8000_0000; // bit 63, in the upper half of an entry

    private const int PageSize = 4096;
    private const int WindowGigabytes = 4;

    // Slots of the page tables: the window's and the image's addresses above, split as SDM volume 3, figure 4-8 does.
    private const int WindowSlot = 256;
    private const int ImageSlot4 = 511;
    private const int ImageSlot3 = 510;

    private const uint MsrEfer = 0xC000_0080;

    internal static IEnumerable<ObjectSection> Sections()
    {
        yield return Note();
        yield return Tables();
        yield return ProtectedMode();
        yield return LongMode();
        yield return Stack();
    }

    /// <summary>XEN_ELFNOTE_PHYS32_ENTRY (type 18): QEMU jumps to the address in it.</summary>
    private static ObjectSection Note()
    {
        byte[] bytes = [4, 0, 0, 0, 4, 0, 0, 0, 18, 0, 0, 0, (byte)'X', (byte)'e', (byte)'n', 0, 0, 0, 0, 0];
        return new ObjectSection(
            ".note.pvh", SectionUse.Allocate, 4, bytes, 0, new Dictionary<string, int>(),
            [new Relocation(16, RelocationKind.Absolute32, "pvh_start", 0)], IsNote: true);
    }

    private static ObjectSection Tables()
    {
        var symbols = new Dictionary<string, int>();
        int offset = 0;
        foreach (string name in (string[])["boot_table4", "boot_low3", "boot_low2", "boot_window3", "boot_image3", "boot_image2", "boot_image1"])
        {
            symbols.Add(name, offset);
            offset += PageSize;
        }

        symbols.Add("boot_window2", offset);
        offset += WindowGigabytes * PageSize;
        symbols.Add("boot_stack_top", offset + 256);
        return new ObjectSection(
            ".boot.bss", SectionUse.Allocate | SectionUse.Write, PageSize, [], offset + 256, symbols, []);
    }

    private static ObjectSection Stack()
    {
        // The lowest page is the guard: it is never mapped.
        const int size = 16 * PageSize;
        var symbols = new Dictionary<string, int> { ["boot_stack_guard"] = 0, ["kernel_stack_bottom"] = PageSize, ["kernel_stack_top"] = PageSize + size };
        return new ObjectSection(
            ".bss.stack", SectionUse.Allocate | SectionUse.Write, PageSize, [], PageSize + size, symbols, []);
    }

    private static ObjectSection ProtectedMode()
    {
        var code = new MachineCode(".boot.text", 32);
        Assembler a = code.Code;

        code.Function("pvh_start");
        a.cld();
        code.MoveAddress32(Register.ESP, "boot_stack_top");
        a.mov(ebp, ebx); // the boot information, kept until C# gets it

        Link(code, "boot_table4", 0, "boot_low3");
        Link(code, "boot_low3", 0, "boot_low2");
        code.MoveAddress32(Register.EDI, "boot_low2");
        a.mov(__dword_ptr[edi], Present | Writable | LargePage);

        Link(code, "boot_table4", WindowSlot, "boot_window3");
        for (int i = 0; i < WindowGigabytes; i++)
            Link(code, "boot_window3", i, "boot_window2", i * PageSize);
        MapWindow(code);

        Link(code, "boot_table4", ImageSlot4, "boot_image3");
        Link(code, "boot_image3", ImageSlot3, "boot_image2");
        Link(code, "boot_image2", 0, "boot_image1");
        MapImage(code, "image_text_start", "image_text_end", Present, 0);
        MapImage(code, "image_constants_start", "image_constants_end", Present, NoExecuteHigh);
        MapImage(code, "image_data_start", "image_data_end", Present | Writable, NoExecuteHigh);
        code.MoveAddress32(Register.EDI, "image_guard_page");
        a.shr(edi, 12);
        code.MoveAddress32(Register.ESI, "boot_image1");
        a.mov(__dword_ptr[esi + (edi * 8)], 0);

        // Long mode (SDM volume 3, 10.8.5): PAE and SSE, tables, EFER.LME and NXE, then paging with write protection.
        a.mov(eax, cr4);
        a.or(eax, (1 << 5) | (1 << 9) | (1 << 10));
        a.mov(cr4, eax);
        code.MoveAddress32(Register.EAX, "boot_table4");
        a.mov(cr3, eax);
        a.mov(ecx, MsrEfer);
        a.rdmsr();
        a.or(eax, (1 << 8) | (1 << 11));
        a.wrmsr();
        a.mov(eax, cr0);
        a.and(eax, ~((1 << 2) | (1 << 3))); // EM and TS off: SSE instructions run
        a.or(eax, unchecked((int)((1u << 31) | (1 << 16) | (1 << 5) | (1 << 1))));
        a.mov(cr0, eax);

        code.MoveAddress32(Register.EAX, "boot_gdt");
        a.lgdt(__[eax]);
        a.push(0x08);
        code.PushAddress32("boot_long_mode");
        a.retf();
        return code.ToSection();
    }

    /// <summary>table[slot] = target, present and writable: what lies below decides.</summary>
    private static void Link(MachineCode code, string table, int slot, string target, int targetOffset = 0)
    {
        Assembler a = code.Code;
        code.MoveAddress32(Register.EDI, table);
        code.MoveAddress32(Register.EAX, target);
        a.add(eax, (int)(Present | Writable) + targetOffset);
        a.mov(__dword_ptr[edi + (slot * 8)], eax);
    }

    private static void MapWindow(MachineCode code)
    {
        Assembler a = code.Code;
        Label next = a.CreateLabel();
        code.MoveAddress32(Register.EDI, "boot_window2");
        a.xor(ecx, ecx);
        a.Label(ref next);
        a.mov(eax, ecx);
        a.shl(eax, 21);
        a.or(eax, (int)(Present | Writable | LargePage));
        a.mov(__dword_ptr[edi + (ecx * 8)], eax);
        a.mov(__dword_ptr[edi + (ecx * 8) + 4], unchecked((int)NoExecuteHigh));
        a.inc(ecx);
        a.cmp(ecx, WindowGigabytes * 512);
        a.jb(next);
    }

    /// <summary>Maps the pages from one physical address to another at the same place in the image's table. Both are multiples of a page.</summary>
    private static void MapImage(MachineCode code, string start, string end, uint low, uint high)
    {
        Assembler a = code.Code;
        Label next = a.CreateLabel();
        Label done = a.CreateLabel();
        code.MoveAddress32(Register.EDI, "boot_image1");
        code.MoveAddress32(Register.ECX, start);
        code.MoveAddress32(Register.EDX, end);
        a.Label(ref next);
        a.cmp(ecx, edx);
        a.jae(done);
        a.mov(esi, ecx);
        a.shr(esi, 12);
        a.mov(eax, ecx);
        a.or(eax, (int)low);
        a.mov(__dword_ptr[edi + (esi * 8)], eax);
        a.mov(__dword_ptr[edi + (esi * 8) + 4], unchecked((int)high));
        a.add(ecx, PageSize);
        a.jmp(next);
        a.Label(ref done);
        a.nop();
    }

    private static ObjectSection LongMode()
    {
        var code = new MachineCode(".boot.text64", 64);
        Assembler a = code.Code;
        code.Function("boot_long_mode");
        a.xor(eax, eax);
        a.mov(ds, ax);
        a.mov(es, ax);
        a.mov(fs, ax);
        a.mov(gs, ax);
        a.mov(ss, ax);
        code.MoveAddress64(Register.RAX, "boot_upper_half");
        a.jmp(rax);
        ObjectSection section = code.ToSection();

        // A descriptor table of one 64-bit code segment, and the pointer that LGDT reads: limit, then base.
        byte[] table = [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0x9A, 0xAF, 0, 15, 0, 0, 0, 0, 0, 0, 0];
        int start = (section.Bytes.Length + 15) & ~15;
        byte[] bytes = [.. section.Bytes, .. new byte[start - section.Bytes.Length], .. table];
        return section with
        {
            Bytes = bytes,
            Symbols = new Dictionary<string, int>(section.Symbols) { ["boot_gdt_table"] = start, ["boot_gdt"] = start + 16 },
            Relocations = [.. section.Relocations, new Relocation(start + 18, RelocationKind.Absolute32, "boot_gdt_table", 0)],
        };
    }

    /// <summary>The first code in the upper half: its own stack, the identity mapping removed, then C#.</summary>
    internal static void UpperHalf(MachineCode code)
    {
        Assembler a = code.Code;
        code.Function("boot_upper_half");
        code.LoadAddress(Register.RSP, "kernel_stack_top");
        a.mov(eax, ebp); // clears the upper half
        a.mov(rdi, rax);
        a.mov(rcx, cr3);
        a.mov(rax, 0xFFFF_8000_0000_0000);
        a.mov(__qword_ptr[rax + rcx], 0);
        a.mov(cr3, rcx);
        a.xor(ebp, ebp);
        code.Call("kernel_main");
        Label halt = a.CreateLabel();
        a.Label(ref halt);
        a.cli();
        a.hlt();
        a.jmp(halt);
    }
}
