using Euralios.Grader.Boot;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>A lab's own judge (check kinds <c>oracle</c> and <c>memory</c>): a pure function of a boot's record, in the lab's assembly.</summary>
public interface IJudge
{
    /// <summary>Judges a boot that finished or did not: a judge must cope with a record that stops anywhere.</summary>
    Verdict Judge(BootRecord record, JudgeContext context);
}

/// <summary>What a judge may know besides the record.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Check">The check, with its arguments.</param>
/// <param name="Seed">The 16 bytes that the guest was given.</param>
public sealed record JudgeContext(LabDefinition Lab, CheckDefinition Check, byte[] Seed);
