using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Assembly;

/// <summary>The kernel's machine code as one object file.</summary>
public static class KernelStubs
{
    /// <summary>An ELF64 object with the boot entry, the interrupt entries, the processor's instructions and the runtime's helpers.</summary>
    public static byte[] ObjectFile() => ElfObjectWriter.Write(
        [.. BootEntry.Sections(), .. InterruptEntries.Sections(), ProcessorStubs.Section(), .. RuntimeStubs.Sections(), InspectionTable()]);

    /// <summary>The table that the host finds the kernel's state by: see <c>reference/kernel/inspect</c>.</summary>
    private static ObjectSection InspectionTable() => new(
        ".bss", SectionUse.Allocate | SectionUse.Write, 16, [], 8 + (64 * 24), new Dictionary<string, int> { ["__inspect"] = 0 }, []);
}
