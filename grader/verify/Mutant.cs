namespace Euralios.Grader.Verify;

/// <summary>A wrong solution: the reference's with one exact replacement. The lab's checks must notice, for the reason that is named.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="File">The file that differs, by its name in <c>skeletons/</c>.</param>
/// <param name="Find">What stands in the solution, exactly once.</param>
/// <param name="Replace">What stands in the mutant.</param>
/// <param name="Fails">Checks that must fail; one that is skipped did not.</param>
/// <param name="Because">Text in the reason or the details of one of these checks.</param>
public sealed record Mutant(string Id, string File, string Find, string Replace, IReadOnlyList<string> Fails, string Because);
