namespace Euralios.Grader.Collect;

/// <summary>A file of a submission that the lab asks for.</summary>
/// <param name="Skeleton">Its name in <c>skeletons/NN-name</c>.</param>
/// <param name="Replaces">The reference's file that it takes the place of, relative to the repository's root.</param>
/// <param name="DisplayPath">Where its author keeps it: what compiler messages show.</param>
/// <param name="Text">Its text.</param>
public sealed record SubmissionFile(string Skeleton, string Replaces, string DisplayPath, string Text);

/// <summary>What was taken from a submission, and in plain sentences what could not be taken. Holding one proves that nothing else was read.</summary>
/// <param name="Name">The submission's name: its folder's.</param>
/// <param name="Files">The files that the lab asks for, in the lab's order.</param>
/// <param name="Problems">One sentence for each file that could not be taken; empty when <paramref name="Files"/> is complete.</param>
public sealed record Submission(string Name, IReadOnlyList<SubmissionFile> Files, IReadOnlyList<string> Problems);
