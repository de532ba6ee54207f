namespace Euralios.Tools;

/// <summary>What an instruction of a <see cref="Pattern"/> does.</summary>
internal enum Operation
{
    /// <summary>Takes a character.</summary>
    Character,

    /// <summary>Takes any character.</summary>
    Any,

    /// <summary>Takes a character of a set.</summary>
    Set,

    /// <summary>Goes on at the beginning of the line only.</summary>
    Start,

    /// <summary>Goes on at its end only.</summary>
    End,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Goes on with the next instruction as well as elsewhere.</summary>
    Split,

    /// <summary>The match is complete.</summary>
    Match,
}

/// <summary>An instruction of a <see cref="Pattern"/>.</summary>
internal readonly struct Instruction(Operation operation, int target = 0, string? set = null, bool isNegated = false)
{
    internal Operation Operation { get; } = operation;

    /// <summary>Where it goes on; or the character.</summary>
    internal int Target { get; } = target;

    internal static Instruction Of(char character) => new(Operation.Character, character);

    /// <summary>The same at another place.</summary>
    internal Instruction Moved(int distance) =>
        Operation is Operation.Jump or Operation.Split ? new Instruction(Operation, Target + distance) : this;

    /// <summary>Whether it takes this character.</summary>
    internal bool Describes(char character) => Operation switch
    {
        Operation.Character => Target == character,
        Operation.Any => true,
        Operation.Set => IsInSet(character) != isNegated,
        _ => false,
    };

    /// <summary>A set is pairs of a first and a last character.</summary>
    private bool IsInSet(char character)
    {
        for (int i = 0; i + 1 < set!.Length; i += 2)
        {
            if (character >= set[i] && character <= set[i + 1])
                return true;
        }

        return false;
    }
}
