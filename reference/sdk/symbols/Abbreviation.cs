namespace Euralios.Sdk.Symbols;

/// <summary>What an entry of <c>.debug_info</c> consists of, by the code that opens it (DWARF 5, 7.5.3).</summary>
/// <param name="Tag">DW_TAG_ number.</param>
/// <param name="HasChildren">Entries within it follow it, up to a zero code.</param>
/// <param name="Attributes">DW_AT_ number, DW_FORM_ number, and the value of DW_FORM_implicit_const.</param>
internal sealed record Abbreviation(ulong Tag, bool HasChildren, (ulong Attribute, ulong Form, long Constant)[] Attributes)
{
    private const ulong ImplicitConstant = 0x21;

    /// <summary>Reads a unit's table, up to the zero that ends it.</summary>
    /// <exception cref="InvalidDataException">The bytes end before it does.</exception>
    public static Dictionary<ulong, Abbreviation> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var table = new Dictionary<ulong, Abbreviation>();
        var cursor = new DebugCursor(bytes);
        for (ulong code = cursor.Unsigned(); code != 0; code = cursor.Unsigned())
        {
            ulong tag = cursor.Unsigned();
            bool hasChildren = cursor.U8() != 0;
            var attributes = new List<(ulong, ulong, long)>();
            while (true)
            {
                ulong attribute = cursor.Unsigned();
                ulong form = cursor.Unsigned();
                long constant = form == ImplicitConstant ? cursor.Signed() : 0;
                if (attribute == 0 && form == 0)
                    break;
                attributes.Add((attribute, form, constant));
            }

            table[code] = new Abbreviation(tag, hasChildren, [.. attributes]);
        }

        return table;
    }
}
