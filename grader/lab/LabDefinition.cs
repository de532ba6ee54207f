namespace Euralios.Grader.Lab;

/// <summary>
/// A lab, as its folder describes it: <c>lab.yaml</c> read and checked. Paths are relative to the lab's folder unless said otherwise.
/// </summary>
/// <param name="Folder">Absolute path of <c>labs/NN-name</c>.</param>
/// <param name="Id">The folder's name, for instance <c>06-frame-allocator</c>.</param>
/// <param name="Title">The title in the handout and in reports.</param>
/// <param name="Prerequisites">Ids of labs that come before.</param>
/// <param name="Image">The project whose files make the image: an explicit list. In a lab about programs it is a program, with the project's name.</param>
/// <param name="Host">The project that compiles the pure part for ordinary .NET, or null.</param>
/// <param name="Submit">The files that a student hands in.</param>
/// <param name="Uses">What graded files may name besides themselves and what <c>System</c> offers publicly: the lab's capabilities.</param>
/// <param name="Machine">The virtual machine, unless a boot says otherwise.</param>
/// <param name="Floor">Points that the untouched skeleton gets.</param>
/// <param name="Tasks">The tasks; their points add up to 100.</param>
/// <param name="Boots">The boots that the checks judge.</param>
/// <param name="Checks">The checks, in the order of reports.</param>
public sealed record LabDefinition(
    string Folder,
    string Id,
    string Title,
    IReadOnlyList<string> Prerequisites,
    string Image,
    string? Host,
    IReadOnlyList<SubmittedFile> Submit,
    IReadOnlyList<string> Uses,
    Boot.Machine Machine,
    int Floor,
    IReadOnlyList<LabTask> Tasks,
    IReadOnlyList<BootDefinition> Boots,
    IReadOnlyList<CheckDefinition> Checks)
{
    /// <summary>In a lab about programs the project of the first program, which plays the scenarios; null where the image is a kernel.</summary>
    public string? Init { get; init; }

    /// <summary>Further programs of the archive: names of the reference's, or projects of the lab's own.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];
}

/// <summary>A file that a student hands in.</summary>
/// <param name="Skeleton">File name in <c>skeletons/NN-name</c> and in a submission's folder for the lab.</param>
/// <param name="Replaces">The reference's file, relative to the repository's root.</param>
public sealed record SubmittedFile(string Skeleton, string Replaces);

/// <summary>A task: what a student writes and what it is worth.</summary>
/// <param name="Id">For instance <c>6.1</c>: the lab's number and the task's.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What to do, as it stands in the skeleton's comment.</param>
/// <param name="Points">The sum of its checks' points.</param>
/// <param name="Hints">Three, from a nudge to nearly the answer.</param>
public sealed record LabTask(string Id, string Title, string Text, int Points, IReadOnlyList<string> Hints);

/// <summary>One boot of the lab's image; several checks may judge it.</summary>
/// <param name="Id">Its name in reports and in <c>--boot</c>.</param>
/// <param name="Scenario">What the guest is told to do (<c>scenario=...</c> on the kernel's command line).</param>
/// <param name="Trace">The subsystems whose events are written (<c>trace=...</c>).</param>
/// <param name="Machine">The virtual machine.</param>
/// <param name="Limits">When to end it.</param>
/// <param name="Dialogue">A conversation over COM1, or null.</param>
public sealed record BootDefinition(
    string Id,
    string Scenario,
    IReadOnlyList<string> Trace,
    Boot.Machine Machine,
    Boot.Limits Limits,
    IReadOnlyList<Boot.DialogueStep>? Dialogue)
{
    /// <summary>The machine's network, or null.</summary>
    public NetworkDefinition? Network { get; init; }
}

/// <summary>The network of a boot's machine.</summary>
/// <param name="Card">The card.</param>
/// <param name="Peer">The class of whoever is at the other end of the wire, in the lab's assembly.</param>
public sealed record NetworkDefinition(Boot.NetworkCardModel Card, string Peer);

/// <summary>How a check judges.</summary>
public enum CheckKind
{
    /// <summary>The events on COM2 match <c>expected/NAME.trace</c>.</summary>
    Trace,

    /// <summary>The bytes on COM1 match <c>expected/NAME.console</c> (the same pattern language).</summary>
    Console,

    /// <summary>Cases of the guest's table: each reports <c>case.pass</c> or <c>case.fail</c> on the trace line.</summary>
    Guest,

    /// <summary>A C# judge of the boot's record, from the lab's assembly.</summary>
    Oracle,

    /// <summary>A C# judge of what was read from outside at inspection checkpoints, from the lab's assembly.</summary>
    Memory,

    /// <summary>The same seed through the reference; instructors only.</summary>
    Differential,

    /// <summary>A C# judge of the frames that were on the wire, and of what the peer noted, from the lab's assembly.</summary>
    Wire,

    /// <summary>Guest instructions between two events stay below a number.</summary>
    Budget,

    /// <summary>The pure part's table under ordinary .NET: quick feedback, no points in a graded run.</summary>
    Host,
}

/// <summary>Who receives a check's material. Models and differentials contain the answer.</summary>
public enum Visibility
{
    /// <summary>Exported to students.</summary>
    Student,

    /// <summary>Kept by the instructor; its points are reachable and explained on both sides.</summary>
    Instructor,
}

/// <summary>One check.</summary>
/// <param name="Id">Unique in the lab; lower case with dashes.</param>
/// <param name="Task">The task whose points it holds.</param>
/// <param name="Title">What it checks, in words a student understands.</param>
/// <param name="Kind">How it judges.</param>
/// <param name="Boot">The boot that it judges; null for <see cref="CheckKind.Host"/>.</param>
/// <param name="Points">Points for passing; 0 for host checks.</param>
/// <param name="Visibility">Who receives it.</param>
/// <param name="After">Checks that must pass first; otherwise this one is skipped.</param>
/// <param name="Hint">Which of the task's hints fits a failure, 1 to 3.</param>
/// <param name="Arguments">The kind's own settings: <c>expected</c> (file name), <c>cases</c> (names, <c>*</c> at the end allowed),
/// <c>judge</c> (class name), <c>from</c>, <c>to</c>, <c>per</c>, <c>most</c> (budget).</param>
public sealed record CheckDefinition(
    string Id,
    string Task,
    string Title,
    CheckKind Kind,
    string? Boot,
    int Points,
    Visibility Visibility,
    IReadOnlyList<string> After,
    int Hint,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments);
