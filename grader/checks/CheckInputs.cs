using Euralios.Grader.Boot;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>Everything that a lab's checks judge. The same inputs give the same results.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Records">What each boot left behind, by the boot's id; a boot that was not run is missing.</param>
/// <param name="Judges">The lab's own judges.</param>
/// <param name="Symbolize">Turns a guest address into <c>Method (File.cs:line)</c>, or null.</param>
/// <param name="Seed">The run's seed, hexadecimal, for the command that repeats a check.</param>
public sealed record CheckInputs(
    LabDefinition Lab,
    IReadOnlyDictionary<string, BootRecord> Records,
    IJudgeSource Judges,
    Func<ulong, string?> Symbolize,
    string Seed)
{
    /// <summary>Only these checks are judged; null for all. See <see cref="CheckRunner.Needed"/>.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    /// <summary>The submission is the reference, so the commands say <c>--solution</c>.</summary>
    public bool Solution { get; init; }

    /// <summary>The verdicts of the host tests by the case's name; null where they are not run.</summary>
    public IReadOnlyDictionary<string, Verdict>? HostCases { get; init; }

    /// <summary>The faults of programs in a boot; of a kernel's image there are none.</summary>
    public Func<BootRecord, IReadOnlyList<ProgramFault>> Faults { get; init; } = _ => [];

    /// <summary>The reference's records for the same seeds, by boot; null where there is no reference.</summary>
    public IReadOnlyDictionary<string, BootRecord>? ReferenceRecords { get; init; }
}
