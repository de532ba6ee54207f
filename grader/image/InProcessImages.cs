using Euralios.Grader.Inspect;
using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis.CSharp;

namespace Euralios.Grader.Image;

/// <summary>
/// Images built in this very process. For a student's own file, where starting another process would take longer than the build; and
/// inside of a worker, whose limits then hold.
/// </summary>
/// <param name="clock">The clock of <see cref="ImageBuilder"/>.</param>
public sealed class InProcessImages(Func<double>? clock = null) : IImageSource
{
    private readonly ImageBuilder builder = new(clock);

    /// <inheritdoc/>
    public Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation) => Task.Run(
        () => builder.Build(
            request.ResponseFile, request.Replacements, request.Output, compilation => Inspect(compilation, request), cancellation),
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IReadOnlyList<BuildMessage> Inspect(CSharpCompilation compilation, ImageRequest request) =>
        GradedFileInspector.Inspect(
            compilation,
            [.. request.Replacements.Select(file => file.DisplayPath)],
            request.Uses,
            compilation.ObjectType.ContainingAssembly.Name,
            request.ReferenceTexts);
}
