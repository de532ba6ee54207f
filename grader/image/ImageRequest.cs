using System.Text.Json.Serialization;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Image;

/// <summary>Everything that decides an image's bytes, besides the instructor's own sources.</summary>
/// <param name="ResponseFile">The image's compiler options and source list, as MSBuild wrote them.</param>
/// <param name="Replacements">The submission's files in the reference's place: they are graded, so they are inspected.</param>
/// <param name="ReferenceTexts">The reference's text of each graded file, by the path it is shown with, where there is a reference: the
/// types that a graded file may declare.</param>
/// <param name="Uses">What the graded files may name: the lab's capabilities.</param>
/// <param name="Output">Path of the image to write.</param>
public sealed record ImageRequest(
    string ResponseFile,
    IReadOnlyList<SourceReplacement> Replacements,
    IReadOnlyDictionary<string, string> ReferenceTexts,
    IReadOnlyList<string> Uses,
    string Output);

/// <summary>Where images come from. A submission that does not build is a value, never an exception.</summary>
public interface IImageSource : IAsyncDisposable
{
    /// <summary>Inspects the graded files, compiles and links.</summary>
    /// <exception cref="ToolMissingException">ILC or the linker is not installed.</exception>
    Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation);
}

/// <summary>A worker's reply: the outcome, or why nothing can be built on this machine, which is nobody's verdict.</summary>
internal sealed record WorkerReply(ImageBuild? Build, string? MissingTool);

/// <summary>How requests and replies look on a worker's standard streams: one JSON value a line.</summary>
[JsonSerializable(typeof(ImageRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class WorkerJson : JsonSerializerContext;
