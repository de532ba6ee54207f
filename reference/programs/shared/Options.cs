using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>A tool's command line: options of single letters, which may stand together, and operands. <c>--</c> ends the options.</summary>
internal sealed class Options
{
    private readonly Dictionary<char, string> given = [];

    private Options()
    {
    }

    /// <summary>What is no option.</summary>
    internal List<string> Operands { get; } = [];

    /// <summary>Where parsing failed: the program's status.</summary>
    internal int Status { get; private set; }

    /// <summary>Parses a command line. False where the program has nothing more to do: help was asked for, or a person has been told what is wrong.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="usage">What stands behind "Usage: ", and a line that says what the tool does.</param>
    /// <param name="flags">The letters that stand alone.</param>
    /// <param name="valued">The letters that a value follows.</param>
    /// <param name="options">The options.</param>
    /// <param name="numberOption">The letter that <c>-5</c> is short for, with the value 5; zero for none.</param>
    internal static bool TryParse(string[] args, string usage, string flags, string valued, out Options options, char numberOption = '\0')
    {
        options = new Options();
        bool isOver = false;
        for (int i = 0; i < args.Length; i++)
        {
            string word = args[i];
            if (isOver || word.Length < 2 || word[0] != '-')
            {
                options.Operands.Add(word);
                continue;
            }

            if (word == "--")
            {
                isOver = true;
                continue;
            }

            if (word == "--help")
            {
                Console.WriteLine($"Usage: {usage}");
                return false;
            }

            if (numberOption != '\0' && char.IsAsciiDigit(word[1]))
                options.given[numberOption] = word.Substring(1);
            else if (!options.TryTakeLetters(args, ref i, flags, valued))
                return false;
        }

        return true;
    }

    internal bool Has(char letter) => given.ContainsKey(letter);

    /// <summary>An option's value; null where it was not given.</summary>
    internal string? Value(char letter) => given.TryGetValue(letter, out string? value) ? value : null;

    /// <summary>A number that an option says; the default where it was not given.</summary>
    internal bool TryGetNumber(char letter, int otherwise, out int number)
    {
        number = otherwise;
        if (Value(letter) is not { } text || (int.TryParse(text, out number) && number >= 0))
            return true;
        Failure.Report($"-{letter}: '{text}' is no number");
        return false;
    }

    private bool TryTakeLetters(string[] args, ref int index, string flags, string valued)
    {
        string word = args[index];
        for (int at = 1; at < word.Length; at++)
        {
            char letter = word[at];
            if (flags.Contains(letter))
            {
                given[letter] = "";
                continue;
            }

            if (!valued.Contains(letter))
                return Fail($"there is no option -{letter}");
            if (at + 1 < word.Length)
                given[letter] = word.Substring(at + 1);
            else if (++index < args.Length)
                given[letter] = args[index];
            else
                return Fail($"-{letter} needs a value");
            return true;
        }

        return true;
    }

    private bool Fail(string message)
    {
        Failure.Report(message);
        Status = Failure.WrongUse;
        return false;
    }
}
