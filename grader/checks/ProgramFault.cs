using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Checks;

/// <summary>A program that did what is not allowed, as the kernel reported it on the console.</summary>
/// <param name="Process">Its number.</param>
/// <param name="Program">Its name.</param>
/// <param name="What">What it did, for instance <c>PAGE FAULT</c>.</param>
/// <param name="Frames">Where, innermost first: <c>Method (File.cs:line)</c>.</param>
public sealed partial record ProgramFault(ulong Process, string Program, string What, IReadOnlyList<string> Frames)
{
    private const int MostFrames = 4;
    private const string Start = "EXCEPTION: ";
    private const string Frame = "  at ";

    /// <summary>Reads the reports in what a boot wrote to its console.</summary>
    /// <param name="console">COM1's bytes.</param>
    /// <param name="filter">Adds the traces.</param>
    public static IReadOnlyList<ProgramFault> Read(byte[] console, Func<SerialFilter> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (console.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Start)) < 0)
        {
            return [];
        }

        var explained = new MemoryStream();
        filter().Write(console, explained);
        var faults = new List<(Match Report, List<string> Frames)>();
        foreach (var line in Encoding.UTF8.GetString(explained.ToArray()).Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (Report().Match(line) is { Success: true } report)
            {
                faults.Add((report, []));
            }
            else if (faults is [.., var last] && line.StartsWith(Frame, StringComparison.Ordinal) && last.Frames.Count < MostFrames)
            {
                last.Frames.Add(line[Frame.Length..]);
            }
        }

        return
        [
            .. faults.Select(fault => new ProgramFault(
                ulong.Parse(fault.Report.Groups["process"].ValueSpan, CultureInfo.InvariantCulture),
                fault.Report.Groups["name"].Value, fault.Report.Groups["what"].Value, fault.Frames)),
        ];
    }

    /// <summary>A line for the fault, then one for each frame.</summary>
    public IEnumerable<string> Lines() => Frames.Select(frame => $"  at {frame}").Prepend($"{Program}: {What}");

    [GeneratedRegex(@"^EXCEPTION: (?<what>.+) in (?:\S*/)?(?<name>[^\s/]+) \(process (?<process>\d{1,9}), thread \d+\)$")]
    private static partial Regex Report();
}
