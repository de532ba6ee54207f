using System.Globalization;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Soak;

/// <summary>What the system uses at a moment, as its programs <c>free</c> and <c>ps</c> say it.</summary>
/// <param name="Frames">Frames in use.</param>
/// <param name="Processes">Processes.</param>
/// <param name="Threads">Threads.</param>
/// <param name="Handles">Open handles of all processes.</param>
/// <param name="Rendezvous">Rendezvous.</param>
/// <param name="List">The processes, in the order of their numbers.</param>
public sealed partial record SystemFigures(
    long Frames, long Processes, long Threads, long Handles, long Rendezvous, IReadOnlyList<ProcessFigures> List)
{
    private const long KibibytesOfFrame = 4;

    /// <summary>Frames that are in use and no process's: the kernel's own, and what is on the way.</summary>
    public long FramesOfNobody => Frames - List.Sum(process => process.Frames);

    /// <summary>Reads them.</summary>
    /// <exception cref="MachineException">It is not what the two programs write.</exception>
    internal static SystemFigures Parse(string output)
    {
        Match memory = MemoryLine().Match(output), counts = CountsLine().Match(output);
        if (!memory.Success || !counts.Success)
            throw new MachineException($"free does not say what is used, but:\n{output}");
        return new(
            Number(memory.Groups[1]) / KibibytesOfFrame,
            Number(counts.Groups[1]),
            Number(counts.Groups[2]),
            Number(counts.Groups[3]),
            Number(counts.Groups[4]),
            [.. ProcessLine().Matches(output).Select(match => new ProcessFigures(
                Number(match.Groups[1]), match.Groups[4].Value, Number(match.Groups[3]) / KibibytesOfFrame, Number(match.Groups[2])))]);

        static long Number(Group group) => long.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Frames} frames ({FramesOfNobody} no process's), {Processes} processes, {Threads} threads, {Handles} handles, {Rendezvous} rendezvous");

    [GeneratedRegex(@"^KiB +\d+ +(\d+) +\d+$", RegexOptions.Multiline)]
    private static partial Regex MemoryLine();

    [GeneratedRegex(@"^(\d+) processes, (\d+) threads, (\d+) handles, (\d+) rendezvous$", RegexOptions.Multiline)]
    private static partial Regex CountsLine();

    [GeneratedRegex(@"^ *(\d+) +\d+ +\w+ +(\d+) +(\d+) +(.+)$", RegexOptions.Multiline)]
    private static partial Regex ProcessLine();
}

/// <summary>What a process uses.</summary>
/// <param name="Number">Its number, which no other ever has.</param>
/// <param name="Name">Its program.</param>
/// <param name="Frames">Its frames.</param>
/// <param name="Threads">Its threads.</param>
public sealed record ProcessFigures(long Number, string Name, long Frames, long Threads);
