namespace Euralios.Sdk.Symbols;

/// <summary>
/// The names of C# methods by their symbols, from <c>.debug_info</c> (DWARF 4 and 5, 7.5): ILC declares each method within its type, with its
/// own name and its symbol. Types' names are mangled there as everywhere.
/// </summary>
internal sealed class MethodNames
{
    private const ulong ClassType = 0x02, EnumerationType = 0x04, StructureType = 0x13, Subprogram = 0x2E; // DW_TAG_
    private const ulong NameAttribute = 0x03, LinkageName = 0x6E; // DW_AT_

    private readonly Dictionary<string, (string Type, string Method)> bySymbol = [];

    private MethodNames()
    {
    }

    /// <summary>Reads all units. What is malformed ends the reading there; what came before it stays.</summary>
    public static MethodNames Read(DebugSections sections)
    {
        var names = new MethodNames();
        var section = new DebugCursor(sections.Entries);
        try
        {
            while (!section.AtEnd)
            {
                var unit = new DebugCursor(section.Unit(out bool wide));
                names.ReadUnit(ref unit, wide, sections);
            }
        }
        catch (InvalidDataException)
        {
            // The names read so far are as good as they were.
        }

        return names;
    }

    /// <summary>The mangled type and the plain method name behind a symbol, or null for one that is no C# method's.</summary>
    public (string Type, string Method)? Find(string symbol) =>
        bySymbol.TryGetValue(symbol, out (string Type, string Method) name) ? name : null;

    private void ReadUnit(ref DebugCursor unit, bool wide, DebugSections sections)
    {
        const byte compileUnit = 1; // DW_UT_compile
        ushort version = unit.U16();
        if (version is < 2 or > 5 || (version == 5 && unit.U8() != compileUnit))
            return;
        if (version == 5)
            unit.U8(); // an address's size
        ulong abbreviationsAt = unit.Offset(wide);
        if (version < 5)
            unit.U8();
        if (abbreviationsAt > (ulong)sections.Abbreviations.Length)
            return;
        Dictionary<ulong, Abbreviation> abbreviations = Abbreviation.ReadAll(sections.Abbreviations[(int)abbreviationsAt..]);

        var enclosing = new Stack<string>(); // the type that each open entry is within
        while (!unit.AtEnd)
        {
            ulong code = unit.Unsigned();
            if (code == 0)
            {
                enclosing.TryPop(out _);
                continue;
            }

            if (!abbreviations.TryGetValue(code, out Abbreviation? entry))
                return;
            (string? name, string? symbol) = ReadAttributes(ref unit, entry, wide, sections);
            string type = enclosing.TryPeek(out string? outer) ? outer : "";
            if (entry.Tag == Subprogram && name is not null && symbol is not null)
                bySymbol.TryAdd(symbol, (type, name));
            if (entry.HasChildren)
                enclosing.Push(entry.Tag is ClassType or EnumerationType or StructureType ? name ?? "" : type);
        }
    }

    private static (string? Name, string? Symbol) ReadAttributes(ref DebugCursor unit, Abbreviation entry, bool wide, DebugSections sections)
    {
        string? name = null;
        string? symbol = null;
        foreach ((ulong attribute, ulong form, long constant) in entry.Attributes)
        {
            DebugValue value = DebugValue.Read(ref unit, form, constant, wide, sections);
            if (attribute == NameAttribute)
                name = value.Text;
            else if (attribute == LinkageName)
                symbol = value.Text;
        }

        return (name, symbol);
    }
}
