namespace Euralios.Sdk.Symbols;

/// <summary>What the entries of many functions share: a common information entry (Linux Standard Base, Core, 10.6.1.1.1).</summary>
internal sealed class CommonEntry
{
    private CommonEntry()
    {
    }

    public ulong CodeAlignment { get; private init; }

    public long DataAlignment { get; private init; }

    /// <summary>How pointers to code are written: see <see cref="EncodedPointer"/>.</summary>
    public byte PointerEncoding { get; private set; } = EncodedPointer.Absolute;

    /// <summary>The entries carry data of which nothing but the length need be known (augmentation <c>z</c>).</summary>
    public bool HasAugmentationLength { get; private set; }

    /// <summary>Every letter of the augmentation, and the pointers' encoding, is one that is known here.</summary>
    public bool IsUnderstood { get; private set; }

    /// <summary>The instructions that come before each function's own.</summary>
    public byte[] Instructions { get; private set; } = [];

    /// <summary>Reads an entry that stands after its zero distance.</summary>
    /// <exception cref="InvalidDataException">The bytes end before the entry does.</exception>
    public static CommonEntry Read(ref DebugCursor entry)
    {
        byte version = entry.U8();
        string augmentation = entry.Text();
        ulong codeAlignment = entry.Unsigned();
        long dataAlignment = entry.Signed();
        ulong returnAddress = version == 1 ? entry.U8() : entry.Unsigned();
        var common = new CommonEntry { CodeAlignment = codeAlignment, DataAlignment = dataAlignment };
        bool known = version is 1 or 3 && returnAddress == FrameRules.ReturnAddress && common.ReadAugmentation(ref entry, augmentation);
        common.IsUnderstood = known && EncodedPointer.IsKnown(common.PointerEncoding);
        common.Instructions = [.. entry.Take((ulong)entry.Remaining)];
        return common;
    }

    /// <summary>Reads the data that each letter stands for; false at a letter that is unknown.</summary>
    private bool ReadAugmentation(ref DebugCursor entry, string letters)
    {
        if (letters.Length == 0)
            return true;
        if (letters[0] != 'z')
            return false;
        HasAugmentationLength = true;
        var data = new DebugCursor(entry.Take(entry.Unsigned()));
        foreach (char letter in letters.AsSpan(1))
        {
            switch (letter)
            {
                case 'R':
                    PointerEncoding = data.U8();
                    break;
                case 'L': // how the exceptions' description is pointed to
                    data.U8();
                    break;
                case 'P': // the routine that handles exceptions
                    EncodedPointer.Read(ref data, (byte)(data.U8() & 0x0F), 0);
                    break;
                case 'S': // a signal's frame
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
