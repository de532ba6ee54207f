using System;

namespace Euralios.Programs.Tests;

/// <summary>A scenario: what clients do to a disk, and what must come of it.</summary>
internal sealed class Scenario(string name, Action body)
{
    internal string Name { get; } = name;

    internal Action Body { get; } = body;
}

/// <summary>All scenarios, in their order.</summary>
internal static class Scenarios
{
    internal static Scenario[] All() =>
    [
        new("first-tree", Trees.First),
        new("text-files", Trees.TextFiles),
        new("directories", Trees.Directories),
        new("renames", Trees.Renames),
        new("current-directory", Trees.CurrentDirectory),
        new("large-file", Contents.LargeFile),
        new("places-and-sizes", Contents.PlacesAndSizes),
        new("full-disk", Contents.FullDisk),
        new("removed-file-lives-on", Contents.RemovedFile),
        new("every-question", Questions.ReadWrite),
        new("every-question-read-only", Questions.ReadOnly),
        new("paths", Questions.Paths),
        new("garbage", Questions.Garbage),
        new("lying-servers", Liars.Ask),
        new("handles", Crowds.Handles),
        new("killed-clients", Crowds.Killed),
        new("many-clients", Crowds.Many),
        new("exceptions", Streams.Exceptions),
        new("broken-pipe", Streams.BrokenPipe),
        new("piped-input", Streams.PipedInput),
        new("typed-input", Streams.TypedInput),
        new("output-to-a-file", Streams.OutputToFile),
        new("standard-error", Streams.StandardError),
        new("environment", Streams.Variables),
        new("verbose", Trees.Verbose),
    ];
}
