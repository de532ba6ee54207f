using Euralios.Grader.Boot;
using Euralios.Grader.Lab;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>What an evaluator knows about the one check that it judges.</summary>
/// <param name="Inputs">All inputs.</param>
/// <param name="Check">The check.</param>
/// <param name="Record">Its boot.</param>
/// <param name="Trace">The boot's trace, read.</param>
internal sealed record Evaluation(CheckInputs Inputs, CheckDefinition Check, BootRecord Record, Trace Trace)
{
    /// <summary>The boot reached its end; otherwise <see cref="EndingWords"/> says what happened.</summary>
    public bool Finished => Record.Ending == Ending.Finished;

    /// <summary>The programs that ended by an exception.</summary>
    public IReadOnlyList<ProgramFault> Faults => Inputs.Faults(Record);

    /// <summary>How the boot ended, in words.</summary>
    public string EndingWords => EndingText.Describe(Record, Inputs.Symbolize);

    /// <summary>The first value of a setting.</summary>
    public string Argument(string key) => Check.Arguments[key][0];

    /// <summary>A setting's values.</summary>
    public IReadOnlyList<string> Arguments(string key) => Check.Arguments.GetValueOrDefault(key, []);
}
