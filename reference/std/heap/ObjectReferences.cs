namespace Euralios.Std;

/// <summary>
/// Where the references in an object are, by the description that ILC writes before the type's method table: at -8 the number of series. Positive: each
/// series is two words further down, a start and a size that leaves the object's own size out. Negative: an array of structs, with one start, and
/// then for each piece of a struct how many references follow one another and how many bytes come after them.
/// </summary>
internal unsafe ref struct ObjectReferences
{
    private const uint HasReferences = 0x0100_0000;
    private const uint HasComponents = 0x8000_0000;
    private const uint ComponentSize = 0xFFFF;
    private const ulong HeaderSize = 8;

    // The series, from the table downwards.
    private readonly long* description;
    private readonly ulong instance;
    private readonly ulong size;
    private long series;

    // Of an array of structs: the next row, where the array ends, and which piece of a struct is next.
    private ulong next;
    private readonly ulong end;
    private long piece;

    /// <summary>The references of an object.</summary>
    internal ObjectReferences(ulong instance)
    {
        ulong type = *(ulong*)instance;
        this.instance = instance;
        size = SizeOf(instance);
        description = (long*)type;
        series = (*(uint*)type & HasReferences) == 0 ? 0 : description[-1];
        if (series < 0)
        {
            next = instance + (ulong)description[-2];
            end = instance - HeaderSize + size;
        }
    }

    /// <summary>Whether objects of the type of this one have references at all.</summary>
    internal static bool Any(ulong instance) => (**(uint**)instance & HasReferences) != 0;

    /// <summary>Bytes of an object, the header of 8 bytes before it included.</summary>
    internal static ulong SizeOf(ulong instance)
    {
        uint* type = *(uint**)instance;
        ulong length = (*type & HasComponents) == 0 ? 0 : *(uint*)(instance + 8);
        return type[1] + (length * (*type & ComponentSize));
    }

    /// <summary>The next row of references.</summary>
    /// <param name="first">Where it begins.</param>
    /// <param name="count">How many there are.</param>
    internal bool TryNext(out ulong* first, out ulong count)
    {
        if (series > 0)
        {
            long* entry = description - (series * 2);
            first = (ulong*)(instance + (ulong)entry[0]);
            count = (size + (ulong)entry[-1]) / sizeof(ulong);
            series--;
            return true;
        }

        first = (ulong*)next;
        count = 0;
        if (series == 0 || next >= end)
            return false;
        var row = (uint*)(description - 3 - piece);
        count = row[0];
        next += (count * sizeof(ulong)) + row[1];
        piece = piece + 1 == -series ? 0 : piece + 1;
        return true;
    }
}
