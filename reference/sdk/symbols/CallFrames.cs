namespace Euralios.Sdk.Symbols;

/// <summary>
/// How to leave a function, from any of its instructions: the contents of <c>.eh_frame</c> (Linux Standard Base, Core, 10.6; the
/// instructions are those of DWARF 5, 6.4.2). Entries in an encoding that is not understood are left out.
/// </summary>
public sealed class CallFrames
{
    private readonly List<Function> functions = [];

    private CallFrames()
    {
    }

    /// <summary>Reads all entries. What is malformed ends the table there; what came before it stays.</summary>
    internal static CallFrames Read(DebugSections sections)
    {
        var frames = new CallFrames();
        var common = new Dictionary<long, CommonEntry>();
        var section = new DebugCursor(sections.Frames);
        try
        {
            while (!section.AtEnd)
            {
                int start = section.Position;
                ReadOnlySpan<byte> content = section.Unit(out _);
                if (content.IsEmpty)
                    break; // the terminator
                int pointer = section.Position - content.Length;
                var entry = new DebugCursor(content);
                uint distance = entry.U32(); // from this pointer back to the common entry; 0 in a common entry
                if (distance == 0)
                    common[start] = CommonEntry.Read(ref entry);
                else if (common.GetValueOrDefault(pointer - (long)distance) is { IsUnderstood: true } shared)
                    frames.AddFunction(ref entry, shared, sections.FramesAddress + (ulong)pointer, content);
            }
        }
        catch (InvalidDataException)
        {
            // The functions read so far are as good as they were.
        }

        frames.functions.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return frames;
    }

    /// <summary>Whether there is a way out of the function at an address.</summary>
    public bool Covers(ulong address) => Find(address) is not null;

    /// <summary>The registers' places at an address: null where there is no entry, or one with an instruction that is not understood.</summary>
    internal FrameRules? RulesAt(ulong address) =>
        Find(address) is { } function ? FrameRules.Run(function.Common, function.Instructions, function.Start, address) : null;

    private void AddFunction(ref DebugCursor entry, CommonEntry common, ulong address, ReadOnlySpan<byte> content)
    {
        ulong start = EncodedPointer.Read(ref entry, common.PointerEncoding, address + (ulong)entry.Position);
        ulong size = EncodedPointer.Read(ref entry, (byte)(common.PointerEncoding & 0x0F), 0); // a size has the format alone
        if (common.HasAugmentationLength)
            entry.Take(entry.Unsigned()); // where exceptions are described: not needed to leave a frame
        if (size > 0 && start + size > start)
            functions.Add(new Function(start, start + size, common, content[entry.Position..].ToArray()));
    }

    private Function? Find(ulong address)
    {
        int low = 0;
        int high = functions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (functions[middle].Start <= address)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && address < functions[low - 1].End ? functions[low - 1] : null;
    }

    private sealed record Function(ulong Start, ulong End, CommonEntry Common, byte[] Instructions);
}
