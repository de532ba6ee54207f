using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>What a tool reads: a file, or standard input, which is called <c>-</c>.</summary>
internal sealed class ToolInput
{
    private readonly FileStream? file;
    private readonly Stream? stream;

    private ToolInput(string name, FileStream? file, Stream? stream)
    {
        Name = name;
        this.file = file;
        this.stream = stream;
    }

    /// <summary>As it was called.</summary>
    internal string Name { get; }

    /// <summary>Opens an input. Where that fails a person has been told.</summary>
    internal static bool TryOpen(string name, out ToolInput input)
    {
        if (name == "-")
        {
            input = new ToolInput(name, null, Console.OpenStandardInput());
            return true;
        }

        bool isOpen = FileStream.TryOpen(name, FileMode.Open, FileAccess.Read, out FileStream file, out Error error);
        input = new ToolInput(name, file, null);
        if (!isOpen)
            Failure.Report(name, error);
        return isOpen;
    }

    /// <summary>Does something with each file, or with standard input where none is named. Returns the worst status.</summary>
    internal static int ForEach(List<string> names, Func<ToolInput, int> body)
    {
        if (names.Count == 0)
            names.Add("-");
        int status = 0;
        foreach (string name in names)
        {
            int result = Failure.Failed;
            if (TryOpen(name, out ToolInput input))
            {
                result = body(input);
                input.Close();
            }

            status = Math.Max(status, result);
        }

        return status;
    }

    /// <summary>Reads bytes, as many as there are: none only at the end. Where that fails a person has been told.</summary>
    internal bool TryRead(Span<byte> buffer, out int count)
    {
        count = 0;
        if (file is null)
        {
            count = stream!.Read(buffer);
            return true;
        }

        if (file.TryRead(buffer, out count, out Error error))
            return true;
        Failure.Report(Name, error);
        return false;
    }

    internal void Close() => file?.TryClose(out _);
}
