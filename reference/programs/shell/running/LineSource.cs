using System.IO;

namespace Euralios.Shell;

/// <summary>What became of a wish for a line.</summary>
internal enum LineResult
{
    Line,

    /// <summary>There are no more.</summary>
    End,

    /// <summary>The person dropped what was typed so far.</summary>
    Cancelled,
}

/// <summary>Where lines of commands come from.</summary>
internal abstract class LineSource
{
    /// <summary>What stands before a message about a line.</summary>
    internal abstract string Place { get; }

    /// <summary>Reads a line.</summary>
    /// <param name="isContinuation">Whether it belongs to the line before.</param>
    /// <param name="line">The line, without its end.</param>
    internal abstract LineResult Read(bool isContinuation, out string line);
}

/// <summary>Lines of a script.</summary>
internal sealed class ScriptSource(TextReader reader, string? name) : LineSource
{
    private int number;
    private int first;

    internal override string Place => name is null ? "shell" : $"{name}: line {first}";

    internal override LineResult Read(bool isContinuation, out string line)
    {
        string? next = reader.ReadLine();
        line = next ?? "";
        if (next is null)
            return LineResult.End;
        number++;
        first = isContinuation ? first : number;
        return LineResult.Line;
    }
}
