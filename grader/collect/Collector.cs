using System.Text;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Collect;

/// <summary>
/// Takes from a submission the files that <c>lab.yaml</c> names, and nothing else: a submission's project files, settings, tests and
/// workflows are never opened. A file is taken only when no part of its path inside the submission is a link, it is an ordinary file,
/// at most <see cref="MaximumBytes"/> long, and UTF-8 text without a NUL.
/// </summary>
public static class Collector
{
    /// <summary>A source file that is larger than this was not written by hand.</summary>
    public const int MaximumBytes = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Collects one lab's files. Each is looked for where a hand-in may have it: <c>NN-name/FILE</c>, <c>skeletons/NN-name/FILE</c>
    /// (a whole repository), <c>FILE</c>. The first that exists counts, whatever it is.
    /// </summary>
    public static Submission Collect(string folder, LabDefinition lab) =>
        Collect(folder, lab, [$"{lab.Id}/", $"skeletons/{lab.Id}/", ""]);

    /// <summary>Collects from one place of a folder.</summary>
    internal static Submission CollectFrom(string folder, LabDefinition lab, string place) => Collect(folder, lab, [place + "/"]);

    private static Submission Collect(string folder, LabDefinition lab, IReadOnlyList<string> places)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var files = new List<SubmissionFile>();
        var problems = new List<string>();
        foreach (var wanted in lab.Submit)
        {
            var (path, text, problem) = Take(root, places.Select(place => place + wanted.Skeleton));
            if (problem is not null)
                problems.Add(problem);
            else if (path is null || text is null)
                problems.Add($"The file {places[0]}{wanted.Skeleton} is missing.");
            else
                files.Add(new(wanted.Skeleton, wanted.Replaces, path, text));
        }

        return new(Path.GetFileName(root), files, problems);
    }

    private static (string? Path, string? Text, string? Problem) Take(string root, IEnumerable<string> candidates)
    {
        foreach (var relative in candidates)
        {
            if (FirstLink(root, relative) is { } link)
                return (relative, null, $"The file {relative} is not taken, because {link} is a link.");

            var path = Path.Combine(root, relative);
            if (!Path.Exists(path))
                continue;

            if (!RegularFile.Is(path))
                return (relative, null, $"The file {relative} is not taken, because it is not an ordinary file.");

            var (text, fault) = Read(path);
            return text is null
                ? (relative, null, $"The file {relative} is not taken, because it {fault}.")
                : (relative, text, null);
        }

        return (null, null, null);
    }

    /// <summary>The first part of the path that is a link, the submission's own folder included; null when there is none.</summary>
    private static string? FirstLink(string root, string relative)
    {
        if (IsLink(root))
            return "its folder";

        var parts = relative.Split('/');
        return Enumerable.Range(1, parts.Length)
            .Select(count => string.Join('/', parts.Take(count)))
            .FirstOrDefault(part => IsLink(Path.Combine(root, part)));
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static (string? Text, string Fault) Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[MaximumBytes + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (count > MaximumBytes)
                return (null, $"is larger than {MaximumBytes / 1024} KiB");

            var text = StrictUtf8.GetString(bytes.AsSpan(0, count));
            return text.Contains('\0', StringComparison.Ordinal)
                ? (null, "is not text: it contains a NUL")
                : (text.TrimStart('\uFEFF'), "");
        }
        catch (DecoderFallbackException)
        {
            return (null, "is not UTF-8 text");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, "cannot be read");
        }
    }
}
