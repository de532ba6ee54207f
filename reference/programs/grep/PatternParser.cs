using System.Collections.Generic;
using System.Text;

namespace Euralios.Tools;

/// <summary>From a regular expression to instructions.</summary>
internal sealed class PatternParser(string text, bool ignoresCase)
{
    private const int Deepest = 100;

    private int at;
    private int depth;

    internal List<Instruction> Program { get; private set; } = [];

    /// <summary>What is wrong.</summary>
    internal string? Error { get; private set; }

    internal bool TryParse()
    {
        if (!TryParseAlternatives(out List<Instruction> program))
            return false;
        if (at < text.Length)
            return Fail("there is a ')' without a '('");
        program.Add(new Instruction(Operation.Match));
        Program = program;
        return true;
    }

    private bool Fail(string message)
    {
        Error = message;
        return false;
    }

    private bool TryParseAlternatives(out List<Instruction> program)
    {
        if (!TryParseSequence(out program))
            return false;
        while (at < text.Length && text[at] == '|')
        {
            at++;
            if (!TryParseSequence(out List<Instruction> other))
                return false;

            // Split over the first, which jumps behind the second.
            program.Add(new Instruction(Operation.Jump, program.Count + 1 + other.Count));
            program = Prefixed(new Instruction(Operation.Split, program.Count + 1), program);
            Append(program, other);
        }

        return true;
    }

    private bool TryParseSequence(out List<Instruction> program)
    {
        program = [];
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            if (!TryParseAtom(out List<Instruction> atom))
                return false;
            while (at < text.Length && text[at] is '*' or '+' or '?')
                atom = Repeated(atom, text[at++]);
            Append(program, atom);
        }

        return true;
    }

    private bool TryParseAtom(out List<Instruction> atom)
    {
        atom = [];
        char character = text[at++];
        switch (character)
        {
            case '.':
                atom.Add(new Instruction(Operation.Any));
                return true;
            case '^':
                atom.Add(new Instruction(Operation.Start));
                return true;
            case '$':
                atom.Add(new Instruction(Operation.End));
                return true;
            case '*' or '+' or '?':
                return Fail($"nothing is before the '{character}'");
            case '[':
                return TryParseSet(atom);
            case '(':
                return TryParseGroup(out atom);
            case '\\':
                if (at == text.Length)
                    return Fail("nothing follows the '\\'");
                atom.Add(Instruction.Of(Fold(text[at++])));
                return true;
            default:
                atom.Add(Instruction.Of(Fold(character)));
                return true;
        }
    }

    private bool TryParseGroup(out List<Instruction> atom)
    {
        atom = [];
        if (++depth > Deepest)
            return Fail("there are too many '(' in one another");
        if (!TryParseAlternatives(out atom))
            return false;
        if (at == text.Length)
            return Fail("there is a '(' without a ')'");
        at++;
        depth--;
        return true;
    }

    private bool TryParseSet(List<Instruction> atom)
    {
        bool isNegated = at < text.Length && text[at] == '^';
        at += isNegated ? 1 : 0;
        var set = new StringBuilder();
        int first = at;
        while (at < text.Length && (text[at] != ']' || at == first))
        {
            char low = text[at++];
            char high = low;
            if (at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']')
            {
                high = text[at + 1];
                at += 2;
            }

            if (high < low)
                return Fail($"in '[{low}-{high}]' the first character is behind the last");
            AddRange(set, low, high);
        }

        if (at == text.Length)
            return Fail("there is a '[' without a ']'");
        at++;
        atom.Add(new Instruction(Operation.Set, set: set.ToString(), isNegated: isNegated));
        return true;
    }

    private void AddRange(StringBuilder set, char low, char high)
    {
        set.Append(low).Append(high);
        if (!ignoresCase)
            return;

        // Lines are folded to small letters: what is meant by capital ones must be there as small ones.
        for (char character = low; character <= high && character < 0x180; character++)
        {
            char small = Fold(character);
            if (small != character)
                set.Append(small).Append(small);
        }
    }

    private char Fold(char character) => ignoresCase ? char.ToLowerInvariant(character) : character;

    private static List<Instruction> Repeated(List<Instruction> atom, char operation)
    {
        int length = atom.Count;
        switch (operation)
        {
            case '?':
                return Prefixed(new Instruction(Operation.Split, length + 1), atom);
            case '*':
                List<Instruction> loop = Prefixed(new Instruction(Operation.Split, length + 2), atom);
                loop.Add(new Instruction(Operation.Jump, 0));
                return loop;
            default:
                atom.Add(new Instruction(Operation.Split, length + 2));
                atom.Add(new Instruction(Operation.Jump, 0));
                return atom;
        }
    }

    private static List<Instruction> Prefixed(Instruction first, List<Instruction> rest)
    {
        List<Instruction> program = [first];
        Append(program, rest);
        return program;
    }

    /// <summary>Places in a part are counted from its beginning.</summary>
    private static void Append(List<Instruction> program, List<Instruction> part)
    {
        int distance = program.Count;
        foreach (Instruction instruction in part)
            program.Add(instruction.Moved(distance));
    }
}
