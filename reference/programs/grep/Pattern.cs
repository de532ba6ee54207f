using System;
using System.Collections.Generic;

namespace Euralios.Tools;

/// <summary>
/// A regular expression: <c>.</c> any character, <c>[a-z]</c> and <c>[^a-z]</c>, <c>*</c> <c>+</c> <c>?</c>, <c>|</c>, <c>( )</c>, <c>^</c> and <c>$</c>, and a backslash before
/// what is meant as itself. All ways to match are followed at once (K. Thompson, "Regular Expression Search Algorithm", 1968), so the time is at
/// most the line's length times the pattern's.
/// </summary>
internal sealed class Pattern
{
    private readonly List<Instruction> program;
    private readonly bool ignoresCase;

    // The instructions that are reached, and a mark by which each is there once.
    private List<int> current = [];
    private List<int> next = [];
    private readonly int[] marks;
    private int mark;

    private Pattern(List<Instruction> program, bool ignoresCase)
    {
        this.program = program;
        this.ignoresCase = ignoresCase;
        marks = new int[program.Count];
    }

    /// <summary>Parses a pattern; null for <paramref name="error"/> where it is right.</summary>
    internal static Pattern? Parse(string text, bool ignoresCase, out string? error)
    {
        var parser = new PatternParser(text, ignoresCase);
        error = parser.TryParse() ? null : parser.Error;
        return error is null ? new Pattern(parser.Program, ignoresCase) : null;
    }

    /// <summary>A pattern in which every character is itself.</summary>
    internal static Pattern Literal(string text, bool ignoresCase)
    {
        List<Instruction> program = [];
        foreach (char character in text)
            program.Add(Instruction.Of(ignoresCase ? char.ToLowerInvariant(character) : character));
        program.Add(new Instruction(Operation.Match));
        return new Pattern(program, ignoresCase);
    }

    /// <summary>Whether the pattern describes a part of a line.</summary>
    internal bool IsIn(string line)
    {
        current.Clear();
        for (int at = 0; ; at++)
        {
            // A match may begin anywhere.
            mark++;
            List<int> reached = next;
            reached.Clear();
            foreach (int place in current)
            {
                if (at > 0 && program[place].Describes(Fold(line[at - 1])) && Follow(place + 1, at, line.Length, reached))
                    return true;
            }

            if (Follow(0, at, line.Length, reached))
                return true;
            if (at == line.Length)
                return false;
            next = current;
            current = reached;
        }
    }

    private char Fold(char character) => ignoresCase ? char.ToLowerInvariant(character) : character;

    /// <summary>Goes on to all instructions that take a character; true where the match is complete.</summary>
    private bool Follow(int place, int at, int length, List<int> reached)
    {
        while (true)
        {
            if (marks[place] == mark)
                return false;
            marks[place] = mark;
            Instruction instruction = program[place];
            switch (instruction.Operation)
            {
                case Operation.Match:
                    return true;
                case Operation.Jump:
                    place = instruction.Target;
                    break;
                case Operation.Split:
                    if (Follow(place + 1, at, length, reached))
                        return true;
                    place = instruction.Target;
                    break;
                case Operation.Start when at == 0:
                case Operation.End when at == length:
                    place++;
                    break;
                case Operation.Start or Operation.End:
                    return false;
                default:
                    reached.Add(place);
                    return false;
            }
        }
    }
}
