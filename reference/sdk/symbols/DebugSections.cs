using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Symbols;

/// <summary>The sections of an image that tables are read from. One that is absent, or lies outside the file, is empty.</summary>
internal sealed class DebugSections(ElfFile image)
{
    public ReadOnlySpan<byte> Lines => Contents(".debug_line");

    public ReadOnlySpan<byte> LineStrings => Contents(".debug_line_str");

    public ReadOnlySpan<byte> Strings => Contents(".debug_str");

    public ReadOnlySpan<byte> Entries => Contents(".debug_info");

    public ReadOnlySpan<byte> Abbreviations => Contents(".debug_abbrev");

    public ReadOnlySpan<byte> Frames => Contents(".eh_frame");

    /// <summary>Where the call frame information is in the running image: its pointers count from there.</summary>
    public ulong FramesAddress => image.Section(".eh_frame")?.Address ?? 0;

    /// <summary>A section's contents, empty where they lie outside the file.</summary>
    public static ReadOnlySpan<byte> Contents(ElfFile image, ElfSection section)
    {
        try
        {
            return image.Contents(section);
        }
        catch (ElfFormatException)
        {
            return [];
        }
    }

    private ReadOnlySpan<byte> Contents(string name) => image.Section(name) is { } section ? Contents(image, section) : [];
}
