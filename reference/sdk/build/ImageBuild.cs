namespace Euralios.Sdk.Build;

/// <summary>A file of an image that is taken from somewhere else: a submission's file in the reference's place.</summary>
/// <param name="Path">Absolute path of the source file in the image's list.</param>
/// <param name="Text">What is compiled instead.</param>
/// <param name="DisplayPath">The path that error messages and debug information show: the student's own.</param>
public sealed record SourceReplacement(string Path, string Text, string DisplayPath);

/// <summary>A message of the compiler, of the kernel rules or of the linker.</summary>
/// <param name="Path">The source file, as its author knows it; empty where there is none.</param>
/// <param name="Line">From 1; 0 where there is none.</param>
/// <param name="Column">From 1; 0 where there is none.</param>
/// <param name="Code">For instance <c>CS0103</c>, or <c>KERNEL1</c> for a kernel rule.</param>
/// <param name="Text">The message.</param>
public sealed record BuildMessage(string Path, int Line, int Column, string Code, string Text)
{
    /// <summary>In the form that editors and CI systems parse.</summary>
    public override string ToString() => Path.Length == 0 ? $"error {Code}: {Text}" : $"{Path}({Line},{Column}): error {Code}: {Text}";
}

/// <summary>The outcome of building an image.</summary>
/// <param name="Image">Path of the kernel image, or null when there are messages.</param>
/// <param name="Messages">Why there is none.</param>
/// <param name="Stages">Seconds by stage, of the builder's clock: <c>parse</c>, <c>emit</c>, <c>inspect</c>, <c>ilc</c>, <c>rules</c>, <c>link</c>.</param>
public sealed record ImageBuild(string? Image, IReadOnlyList<BuildMessage> Messages, IReadOnlyDictionary<string, double> Stages);
