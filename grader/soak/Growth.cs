using System.Globalization;

namespace Euralios.Grader.Soak;

/// <summary>What a system uses at a quiet point and did not use at an earlier one.</summary>
public static class Growth
{
    /// <summary>
    /// What a program's heap takes before it collects: 1 MiB, or half of what lives (reference/std/README.md, "The heap"). Its garbage is in use until then,
    /// and is no growth.
    /// </summary>
    private const long LeastGarbage = 256;

    /// <summary>What has grown, a sentence each.</summary>
    /// <param name="before">An earlier quiet point.</param>
    /// <param name="now">This one.</param>
    public static IReadOnlyList<string> Between(SystemFigures before, SystemFigures now)
    {
        List<string> grown = [];
        Compare("processes", before.Processes, now.Processes);
        Compare("threads", before.Threads, now.Threads);
        Compare("handles", before.Handles, now.Handles);
        Compare("rendezvous", before.Rendezvous, now.Rendezvous);
        Compare("frames that are no process's", before.FramesOfNobody, now.FramesOfNobody);
        foreach (ProcessFigures process in now.List)
        {
            // Shells come and go; whoever has the same number is the same process.
            if (before.List.SingleOrDefault(earlier => earlier.Number == process.Number) is not { } earlier)
                continue;
            string name = string.Create(CultureInfo.InvariantCulture, $"{process.Name} ({process.Number})");
            Compare($"threads of {name}", earlier.Threads, process.Threads);
            Compare(
                $"frames of {name}, garbage allowed for", earlier.Frames + Math.Max(LeastGarbage, earlier.Frames / 2), process.Frames);
        }

        return grown;

        void Compare(string what, long most, long used)
        {
            if (used > most)
                grown.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {used}, and {most} before"));
        }
    }
}
