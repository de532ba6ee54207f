using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Symbols;

/// <summary>The image's functions by address. One whose size nobody said (machine code of ours) reaches to the next, or to its section's end.</summary>
internal sealed class Functions
{
    private readonly ElfSymbol[] symbols;
    private readonly IReadOnlyList<ElfSection> sections;

    public Functions(ElfFile image)
    {
        sections = image.Sections;
        try
        {
            symbols = [.. image.Symbols.Where(symbol => symbol.IsFunction && symbol.Section > 0 && symbol.Section < sections.Count)
                .OrderBy(symbol => symbol.Value).ThenBy(symbol => symbol.Name, StringComparer.Ordinal)];
        }
        catch (ElfFormatException)
        {
            symbols = [];
        }
    }

    /// <summary>The function that an address is in, or null; of several at one address the one with the lowest rank.</summary>
    public ElfSymbol? Find(ulong address, Func<ElfSymbol, int> rank)
    {
        int after = Array.FindIndex(symbols, symbol => symbol.Value > address);
        int last = (after < 0 ? symbols.Length : after) - 1;
        if (last < 0)
            return null;
        int first = last;
        while (first > 0 && symbols[first - 1].Value == symbols[last].Value)
            first--;
        ElfSymbol best = symbols[first..(last + 1)].MinBy(rank);
        ElfSection section = sections[best.Section];
        ulong end = best.Size > 0 ? best.Value + best.Size : section.Address + (ulong)section.Size;
        return address < end ? best : null;
    }
}
