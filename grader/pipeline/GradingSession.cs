using System.Collections.Concurrent;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Collect;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Euralios.Sdk.Build;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Pipeline;

/// <summary>Boots a kernel: <see cref="BootRunner.RunAsync"/>.</summary>
public delegate Task<BootRecord> BootFunction(BootRequest request, CancellationToken cancellation);

/// <summary>Reads an image's debug information: an address becomes <c>Method (File.cs:line)</c>, or null.</summary>
public delegate Func<ulong, string?> SymbolReader(string image);

/// <summary>
/// The way of a submission: image, boots, checks, result. Each step is a value that the next one takes. Many may be under way at once; a
/// result depends on its request alone. Nothing is tried twice.
/// </summary>
public sealed class GradingSession : IAsyncDisposable
{
    /// <summary>What a skeleton calls in the place of a solution: every graded file may.</summary>
    private const string UnwrittenType = "Unwritten";

    private readonly string root;
    private readonly string reference;
    private readonly IImageSource images;
    private readonly BootFunction boot;
    private readonly SymbolReader symbols;
    private readonly SemaphoreSlim processors;
    private readonly string folder = Directory.CreateTempSubdirectory("grader-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> references = new(StringComparer.Ordinal);

    /// <summary>A session.</summary>
    /// <param name="root">The repository's root.</param>
    /// <param name="images">Where images come from. The session ends it.</param>
    /// <param name="boot">How they are booted.</param>
    /// <param name="symbols">How addresses in them are named.</param>
    /// <param name="jobs">How many boots run at once.</param>
    /// <param name="reference">The repository whose kernel and programs labs about programs boot with, where that is another.</param>
    public GradingSession(string root, IImageSource images, BootFunction boot, SymbolReader symbols, int jobs, string? reference = null)
    {
        this.root = root;
        this.reference = reference ?? root;
        this.images = images;
        this.boot = boot;
        this.symbols = symbols;
        processors = new(jobs, jobs);
    }

    /// <summary>A session that boots QEMU on this machine, or does what <paramref name="boot"/> puts around that.</summary>
    public static GradingSession Local(string root, IImageSource images, int jobs, BootFunction? boot = null, string? reference = null) =>
        new(root, images, boot ?? BootRunner.RunAsync, ReadSymbols, jobs, reference);

    private static Func<ulong, string?> ReadSymbols(string image)
    {
        // Most boots end well, and nobody asks.
        var symbols = new Lazy<Symbolizer>(() => Symbolizer.Load(image));
        return address => symbols.Value.Describe(address);
    }

    /// <summary>Grades one submission in one lab.</summary>
    public async Task<LabResult> GradeAsync(GradingRequest request, CancellationToken cancellation)
    {
        var only = request.Checks?.SelectMany(check => CheckRunner.Needed(request.Lab, check)).ToHashSet(StringComparer.Ordinal);
        List<CheckDefinition> checks =
        [
            .. request.Lab.Checks.Where(check =>
                (only?.Contains(check.Id) ?? true) && (request.HostChecks || check.Kind != CheckKind.Host)),
        ];
        if (request.Submission.Problems.Count > 0)
            return Finish(request, Refuse(Refusal.OfFiles(request.Submission.Problems)));

        var workspace = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(workspace);
        try
        {
            var build = await images.BuildAsync(ImageOf(request.Lab, request.Submission, workspace), cancellation)
                .ConfigureAwait(false);
            if (build.Image is null)
                return Finish(request, Refuse(Refusal.OfBuild(build.Messages, [.. request.Submission.Files.Select(file => file.DisplayPath)])));

            var bootable = Bootable.Of(request.Lab, build.Image, reference);
            var symbolize = bootable.Symbols(symbols);
            var inputs = new CheckInputs(
                request.Lab, new Dictionary<string, BootRecord>(), request.Judges, symbolize, request.Seed.ToString())
            {
                Only = checks.Select(check => check.Id).ToHashSet(StringComparer.Ordinal),
                Solution = request.Solution,
                Faults = bootable.Faults(),
                ReferenceRecords = await BootReferenceAsync(request, checks, cancellation).ConfigureAwait(false),
            };
            var hostCases = RunHostAsync(request, checks, workspace, cancellation);
            (inputs, var results) = await BootAndJudgeAsync(request, inputs, hostCases, checks, bootable, cancellation).ConfigureAwait(false);
            if (request.Keep is not null)
                Transcripts.Keep(request.Keep, bootable, inputs.Records);

            return Finish(request, results, FirstBadEnding(request.Lab, inputs.Records, symbolize));
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }

        IReadOnlyList<CheckResult> Refuse(Refusal refusal) => refusal.Judge(
            checks, check => Commands.Repeat(request.Lab, check.Id, request.Seed.ToString(), request.Solution));
    }

    /// <summary>Builds a submission's image and says how one boot of it would be asked for; for a debugger, which boots it itself.</summary>
    /// <param name="request">What would be graded.</param>
    /// <param name="definition">The boot.</param>
    /// <param name="workspace">An existing folder for the image.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <returns>The boot, or null and why there is no image.</returns>
    public async Task<(BootRequest? Boot, IReadOnlyList<BuildMessage> Messages)> PrepareAsync(
        GradingRequest request, BootDefinition definition, string workspace, CancellationToken cancellation)
    {
        var build = await images.BuildAsync(ImageOf(request.Lab, request.Submission, workspace), cancellation).ConfigureAwait(false);
        return (build.Image is null ? null : RequestOf(request, definition, Bootable.Of(request.Lab, build.Image, reference)), build.Messages);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await images.DisposeAsync().ConfigureAwait(false);
        processors.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private ImageRequest ImageOf(LabDefinition lab, Submission submission, string workspace) => new(
        ResponseFile(lab, lab.Image), Replacements(lab, submission), ReferenceTexts(submission), [.. lab.Uses, UnwrittenType],
        Path.Combine(workspace, lab.Init is null ? "kernel.elf" : LabPrograms.NameOfImage(lab)));

    /// <summary>A lab's projects list the skeletons, so that an IDE compiles what a student writes; a submission takes their place.</summary>
    private List<SourceReplacement> Replacements(LabDefinition lab, Submission submission) =>
    [
        .. submission.Files.Select(file =>
            new SourceReplacement(Path.Combine(root, "skeletons", lab.Id, file.Skeleton), file.Text, file.DisplayPath)),
    ];

    private Dictionary<string, string> ReferenceTexts(Submission submission) => submission.Files
        .Select(file => (file.DisplayPath, Reference: Path.Combine(root, file.Replaces)))
        .Where(file => File.Exists(file.Reference))
        .ToDictionary(file => file.DisplayPath, file => File.ReadAllText(file.Reference), StringComparer.Ordinal);

    /// <summary>Where MSBuild leaves the compiler's options and the list of sources when it builds a project.</summary>
    private static string ResponseFile(LabDefinition lab, string project) =>
        Path.Combine(lab.Folder, Path.GetDirectoryName(project)!, "obj", "image.rsp");

    /// <summary>
    /// Boots and judges by turns: a boot whose every check waits for one that did not pass is not made at all. A kernel that hangs would hang
    /// there too, and a verdict about it should not take as many times its limit as the lab has boots.
    /// </summary>
    private async Task<(CheckInputs Inputs, IReadOnlyList<CheckResult> Results)> BootAndJudgeAsync(
        GradingRequest request,
        CheckInputs inputs,
        Task<IReadOnlyDictionary<string, Verdict>?> hostCases,
        IReadOnlyList<CheckDefinition> checks,
        Bootable image,
        CancellationToken cancellation)
    {
        while (true)
        {
            var results = CheckRunner.Run(inputs);
            var passed = results.Where(result => result.Outcome == Outcome.Passed).Select(result => result.Check).ToHashSet();
            var due = request.Lab.Boots.Where(definition => !inputs.Records.ContainsKey(definition.Id)
                && checks.Any(check => check.Boot == definition.Id && check.After.All(passed.Contains))).ToList();
            if (due.Count == 0 && hostCases.IsCompleted && ReferenceEquals(inputs.HostCases, hostCases.Result))
                return (inputs, results);

            // The host program runs beside the first boots.
            var records = await BootAsync(request, due, image, cancellation).ConfigureAwait(false);
            inputs = inputs with
            {
                Records = inputs.Records.Concat(records).ToDictionary(StringComparer.Ordinal),
                HostCases = await hostCases.ConfigureAwait(false),
            };
        }
    }

    private async Task<IReadOnlyDictionary<string, BootRecord>> BootAsync(
        GradingRequest request, IEnumerable<BootDefinition> boots, Bootable image, CancellationToken cancellation)
    {
        var records = await Task.WhenAll(boots.Select(async definition =>
        {
            await processors.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return (definition.Id, Record: await boot(RequestOf(request, definition, image), cancellation).ConfigureAwait(false));
            }
            finally
            {
                processors.Release();
            }
        })).ConfigureAwait(false);
        return records.ToDictionary(pair => pair.Id, pair => pair.Record, StringComparer.Ordinal);
    }

    private static BootRequest RequestOf(GradingRequest request, BootDefinition definition, Bootable image) => image.Request(
        definition, request.Seed.ForBoot(request.Lab.Id, definition.Id), request.Judges, Path.GetDirectoryName(image.Image)!);

    private async Task<IReadOnlyDictionary<string, Verdict>?> RunHostAsync(
        GradingRequest request, IEnumerable<CheckDefinition> checks, string workspace, CancellationToken cancellation)
    {
        var hostChecks = checks.Where(check => check.Kind == CheckKind.Host).ToList();
        if (hostChecks.Count == 0)
            return null;

        // The host program's seed is one number of 64 bits.
        var run = await HostProgram.RunAsync(
            ResponseFile(request.Lab, request.Lab.Host!), Replacements(request.Lab, request.Submission), workspace,
            request.Seed.ToString()[..16], cancellation).ConfigureAwait(false);
        return HostCases.Read(run, hostChecks);
    }

    /// <summary>The reference's records for the same seeds, when a check compares with them.</summary>
    private async Task<IReadOnlyDictionary<string, BootRecord>?> BootReferenceAsync(
        GradingRequest request, IEnumerable<CheckDefinition> checks, CancellationToken cancellation)
    {
        var compared = checks.Where(check => check.Kind == CheckKind.Differential).Select(check => check.Boot).ToHashSet();
        if (compared.Count == 0 || request.Reference is not { } solution)
            return null;

        var image = await references.GetOrAdd(
            request.Lab.Id, _ => new(() => BuildReferenceAsync(request.Lab, solution))).Value.ConfigureAwait(false);
        var boots = request.Lab.Boots.Where(definition => compared.Contains(definition.Id));
        return await BootAsync(request, boots, Bootable.Of(request.Lab, image, reference), cancellation).ConfigureAwait(false);
    }

    /// <summary>Built once a session, and for all who wait for it: so nobody's cancellation ends it.</summary>
    private async Task<string> BuildReferenceAsync(LabDefinition lab, Submission solution)
    {
        var build = await images.BuildAsync(ImageOf(lab, solution, Path.Combine(folder, lab.Id)), CancellationToken.None)
            .ConfigureAwait(false);
        return build.Image
            ?? throw new InvalidOperationException($"The reference of {lab.Id} does not build: {string.Join("; ", build.Messages)}");
    }

    private static string? FirstBadEnding(
        LabDefinition lab, IReadOnlyDictionary<string, BootRecord> records, Func<ulong, string?> symbolize) => lab.Boots
        .Select(definition => records.GetValueOrDefault(definition.Id))
        .FirstOrDefault(record => record is not null && record.Ending != Ending.Finished) is { } record
            ? EndingText.Describe(record, symbolize)
            : null;

    private LabResult Finish(GradingRequest request, IReadOnlyList<CheckResult> results, string? ending = null)
    {
        List<CheckResult> checks = [.. results.Select(check => check with
        {
            Reason = Relative(check.Reason),
            Details = [.. check.Details.Select(Relative)],
        })];
        return new(
            request.Lab.Id,
            request.Submission.Name,
            request.Seed.ToString(),
            checks.Sum(check => check.Points),
            checks.Sum(check => check.MaximumPoints),
            Relative(ResultSummary.Of(request.Lab, checks, ending)),
            checks);
    }

    /// <summary>Where this machine keeps the repository is no part of a result.</summary>
    private string Relative(string text) => text.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
