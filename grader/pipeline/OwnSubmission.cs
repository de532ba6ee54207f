using Euralios.Grader.Collect;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Pipeline;

/// <summary>Submissions that are in this repository: what a student has written so far, and the reference.</summary>
public static class OwnSubmission
{
    /// <summary>The files in <c>skeletons/NN-name</c>, with the paths that an editor opens.</summary>
    public static Submission Skeletons(string root, LabDefinition lab)
    {
        // The checkout itself may well be reached by a link; only what is inside of it may not be one.
        var folder = Directory.ResolveLinkTarget(root, returnFinalTarget: true)?.FullName ?? root;
        return Collector.CollectFrom(folder, lab, $"skeletons/{lab.Id}") with { Name = "skeletons" };
    }

    /// <summary>The reference's own files.</summary>
    public static Submission Solution(string root, LabDefinition lab) => new(
        "reference",
        [.. lab.Submit.Select(file => new SubmissionFile(
            file.Skeleton, file.Replaces, file.Replaces, File.ReadAllText(Path.Combine(root, file.Replaces))))],
        []);
}
