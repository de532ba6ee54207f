using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Lists directories: <c>ls [-la1] [PATH]...</c></summary>
internal static class Program
{
    private const string Blue = "\e[34m", Plain = "\e[m";

    private const string Usage = """
        ls [-la1] [PATH]...
        Lists directories. -l: with sizes, -a: with names that begin with a point, -1: a name a line.
        """;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, Usage, "la1", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 0)
            options.Operands.Add(".");
        int status = 0;
        List<DirectoryEntry> files = [];
        List<string> directories = [];
        foreach (string path in options.Operands)
        {
            if (Directory.Exists(path))
                directories.Add(path);
            else if (File.TryGetLength(path, out long length, out Error error))
                files.Add(new DirectoryEntry(path, isDirectory: false, (ulong)length));
            else
                status = Failure.Report(path, error);
        }

        bool isTerminal = !Console.IsOutputRedirected;
        Console.Write(Format(files, options, isTerminal));
        bool isFirst = files.Count == 0;
        foreach (string path in directories)
        {
            if (!DirectoryListing.TryRead(path, out DirectoryEntry[] all, out Error error))
            {
                status = Failure.Report(path, error);
                continue;
            }

            List<DirectoryEntry> entries = [];
            foreach (DirectoryEntry entry in all)
            {
                if (options.Has('a') || !entry.Name.StartsWith('.'))
                    entries.Add(entry);
            }

            if (options.Operands.Count > 1)
                Console.Write(isFirst ? $"{path}:\n" : $"\n{path}:\n");
            isFirst = false;
            Console.Write(Format(entries, options, isTerminal));
        }

        return status;
    }

    private static string Format(List<DirectoryEntry> entries, Options options, bool isTerminal)
    {
        string Paint(DirectoryEntry entry) => isTerminal && entry.IsDirectory ? Blue + entry.Name + Plain : entry.Name;
        if (isTerminal && !options.Has('l') && !options.Has('1'))
            return Columns.Arrange(entries.ConvertAll(entry => entry.Name), Console.WindowWidth, index => Paint(entries[index]));
        var text = new StringBuilder();
        foreach (DirectoryEntry entry in entries)
        {
            if (options.Has('l'))
                text.Append(entry.IsDirectory ? "d          - " : $"- {entry.Size,10} ");
            text.Append(Paint(entry)).Append('\n');
        }

        return text.ToString();
    }
}
