using System.Runtime.InteropServices;

namespace Euralios.Std;

/// <summary>ILC's list of an image's tables: this header, then one <see cref="ModuleSection"/> for each.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ModuleHeader
{
    internal uint Signature; // 'RTR' and 0
    internal ushort Major;
    internal ushort Minor;
    internal uint Flags;
    internal ushort SectionCount;
    internal byte SectionSize;
    internal byte SectionKind;

    /// <summary>A table by its number.</summary>
    /// <returns>False where the image has none.</returns>
    internal static bool TryFind(ModuleHeader* header, int id, out byte* start, out byte* end)
    {
        var section = (ModuleSection*)(header + 1);
        for (int i = 0; i < header->SectionCount; i++, section++)
        {
            if (section->Id == id)
            {
                start = section->Start;
                end = section->End;
                return true;
            }
        }

        start = end = null;
        return false;
    }
}

/// <summary>A table of an image.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ModuleSection
{
    internal int Id;
    internal int Flags;
    internal byte* Start;
    internal byte* End;
}
