using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Writes the lines in which a pattern is found: <c>grep [-ivnclrhqF] PATTERN [FILE]...</c></summary>
internal static class Program
{
    private const string Usage = """
        grep [-ivnclrhqF] PATTERN [FILE]...
        Writes the lines in which a pattern is found: . [a-z] * + ? | ( ) ^ $ have a meaning.
        -i: small and capital letters are the same    -v: the lines in which it is not found
        -n: with numbers of lines                     -c: how many lines, -l: names of files only
        -r: all files of directories                  -h: without names of files
        -q: nothing, the status says it               -F: every character is itself
        The status is 0 if a line was found, 1 if none was, 2 after an error.
        """;

    private const int NotFound = 1;

    private static readonly ToolOutput Output = new();

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, Usage, "ivnclrhqFE", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 0)
        {
            Failure.Report("a pattern is missing; see grep --help");
            return Failure.WrongUse;
        }

        string text = options.Operands[0];
        string? error = null;
        Pattern? pattern = options.Has('F') ? Pattern.Literal(text, options.Has('i')) : Pattern.Parse(text, options.Has('i'), out error);
        if (pattern is null)
        {
            Failure.Report($"'{text}': {error}");
            return Failure.WrongUse;
        }

        List<string> files = options.Operands.GetRange(1, options.Operands.Count - 1);
        bool isNamed = (files.Count > 1 || options.Has('r')) && !options.Has('h');
        if (options.Has('r'))
            files = AllFiles(files);
        bool isFound = false;
        bool isReported = false;
        int status = options.Has('r') && files.Count == 0 ? 0 : ToolInput.ForEach(files, input =>
        {
            bool isHere = Search(input, pattern, options, isNamed, out bool hasFailed);
            isFound |= isHere;
            isReported |= hasFailed;
            return 0;
        });
        Output.Flush();
        if (options.Has('q') && isFound)
            return 0;
        return status != 0 || isReported ? Failure.WrongUse : isFound ? 0 : NotFound;
    }

    private static bool Search(ToolInput input, Pattern pattern, Options options, bool isNamed, out bool hasFailed)
    {
        var lines = new LineReader(input, Output);
        bool showsLines = !options.Has('c') && !options.Has('l') && !options.Has('q');
        string name = isNamed ? input.Name + ":" : "";
        int count = 0;
        for (int number = 1; lines.TryRead(out ReadOnlySpan<byte> line); number++)
        {
            if (pattern.IsIn(Text.FromUtf8(line)) == options.Has('v'))
                continue;
            count++;
            if (options.Has('l') || options.Has('q'))
                break;
            if (!showsLines)
                continue;
            Output.Write(options.Has('n') ? $"{name}{number}:" : name);
            Output.WriteLine(line);
        }

        if (options.Has('c') && !options.Has('q'))
            Output.Write($"{name}{count}\n");
        else if (options.Has('l') && count > 0)
            Output.Write($"{input.Name}\n");
        hasFailed = lines.HasFailed;
        return count > 0;
    }

    /// <summary>The files in directories and theirs; the current one where none is named.</summary>
    private static List<string> AllFiles(List<string> names)
    {
        if (names.Count == 0)
            names.Add(".");
        List<string> files = [];
        foreach (string name in names)
            AddFiles(name, files);
        return files;
    }

    private static void AddFiles(string name, List<string> files)
    {
        if (!Directory.Exists(name))
        {
            files.Add(name);
            return;
        }

        if (!DirectoryListing.TryRead(name, out DirectoryEntry[] entries, out Error error))
        {
            Failure.Report(name, error);
            return;
        }

        foreach (DirectoryEntry entry in entries)
        {
            string path = name == "." ? entry.Name : Path.Join(name, entry.Name);
            if (entry.IsDirectory)
                AddFiles(path, files);
            else
                files.Add(path);
        }
    }
}
