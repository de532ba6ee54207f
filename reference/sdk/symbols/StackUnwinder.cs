namespace Euralios.Sdk.Symbols;

/// <summary>
/// Walks from a function to its callers by call frame information. Each step moves the stack pointer up and there are at most
/// <see cref="MaximumFrames"/>, so a walk ends whatever the stack holds.
/// </summary>
internal static class StackUnwinder
{
    public const int MaximumFrames = 64;

    private const int Rbx = 3, Rbp = 6, FirstNumbered = 12; // DWARF's numbers of r12 to r15 are their own
    private const ulong WordSize = 8;

    /// <summary>The addresses of the frames, the innermost first: <paramref name="rip"/> itself, then return addresses.</summary>
    /// <param name="frames">How to leave functions.</param>
    /// <param name="isCode">Whether an address is within the image's code: a walk ends at a return address that is not.</param>
    /// <param name="rip">Where the innermost function is.</param>
    /// <param name="rsp">Its stack pointer.</param>
    /// <param name="start">Its registers.</param>
    /// <param name="readStackWord">The 8 bytes at an address, or null where they are not known.</param>
    public static List<ulong> Walk(
        CallFrames frames, Func<ulong, bool> isCode, ulong rip, ulong rsp, in StackRegisters start, Func<ulong, ulong?> readStackWord)
    {
        var addresses = new List<ulong> { rip };
        ulong?[] registers = Numbered(rsp, start);
        while (addresses.Count < MaximumFrames)
        {
            bool innermost = addresses.Count == 1;
            // A call may be a function's last instruction, so a caller is looked up by the byte before its return address.
            ulong place = innermost ? addresses[0] : addresses[^1] - 1;
            ulong? returnAddress = frames.RulesAt(place) is { } rules
                ? Leave(registers, rules, readStackWord)
                : innermost && !frames.Covers(place) ? LeaveLeaf(registers, frames, readStackWord) : null;
            if (returnAddress is not { } next || !isCode(next - 1))
                break;
            addresses.Add(next);
        }

        return addresses;
    }

    /// <summary>Gives the registers the caller's values; returns where the caller goes on.</summary>
    private static ulong? Leave(ulong?[] registers, FrameRules rules, Func<ulong, ulong?> readStackWord)
    {
        if (registers[rules.FrameRegister] is not { } value || registers[FrameRules.StackPointer] is not { } stackPointer)
            return null;
        ulong frame = value + (ulong)rules.FrameOffset;
        if (frame <= stackPointer || rules.SavedAt(FrameRules.ReturnAddress) is null)
            return null;
        for (int i = 0; i < FrameRules.Registers; i++)
        {
            if (rules.SavedAt(i) is { } offset)
                registers[i] = readStackWord(frame + (ulong)offset);
            else if (rules.IsLost(i))
                registers[i] = null;
        }

        registers[FrameRules.StackPointer] = frame;
        return registers[FrameRules.ReturnAddress];
    }

    /// <summary>
    /// The innermost function has no entry: a stub of a few instructions, which pushes nothing, or an address that is no code at all, which
    /// was called. Either way the return address is on top of the stack, if what is there leads into a function that has an entry.
    /// </summary>
    private static ulong? LeaveLeaf(ulong?[] registers, CallFrames frames, Func<ulong, ulong?> readStackWord)
    {
        if (registers[FrameRules.StackPointer] is not { } stackPointer
            || readStackWord(stackPointer) is not { } returnAddress
            || !frames.Covers(returnAddress - 1))
            return null;
        registers[FrameRules.StackPointer] = stackPointer + WordSize;
        return returnAddress;
    }

    private static ulong?[] Numbered(ulong rsp, in StackRegisters start)
    {
        var registers = new ulong?[FrameRules.Registers];
        registers[Rbx] = start.Rbx;
        registers[Rbp] = start.Rbp;
        registers[FrameRules.StackPointer] = rsp;
        registers[FirstNumbered] = start.R12;
        registers[FirstNumbered + 1] = start.R13;
        registers[FirstNumbered + 2] = start.R14;
        registers[FirstNumbered + 3] = start.R15;
        return registers;
    }
}
