using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace Euralios.Sdk.Build;

/// <summary>The C# compiler's command line for an image, as MSBuild wrote it: files, references and options in one place.</summary>
/// <param name="Path">The response file.</param>
/// <param name="Parsed">Its contents, read by the compiler's own parser.</param>
public sealed record CompilerArguments(string Path, CSharpCommandLineArguments Parsed)
{
    /// <summary>Absolute paths of the source files, in order.</summary>
    public ImmutableArray<string> Sources { get; } = [.. Parsed.SourceFiles.Select(file => System.IO.Path.GetFullPath(file.Path))];

    /// <summary>Absolute paths of the referenced assemblies.</summary>
    public ImmutableArray<string> References { get; } =
        [.. Parsed.MetadataReferences.Select(reference => System.IO.Path.GetFullPath(reference.Reference, Parsed.BaseDirectory!))];

    /// <summary>What is compiled: whoever stands on the standard library is a program.</summary>
    public ImageKind Kind => Libraries.Length > 1 ? ImageKind.Program : ImageKind.Kernel;

    /// <summary>The referenced assemblies that are compiled into the image: the core library last, before it the standard library.</summary>
    public ImmutableArray<string> Libraries { get; } = GuestLibraries(
        Parsed.MetadataReferences.Select(reference => System.IO.Path.GetFullPath(reference.Reference, Parsed.BaseDirectory!)));

    /// <summary>Reads a response file, which lies in the <c>obj</c> folder of its project: relative paths count from the project.</summary>
    /// <exception cref="FileNotFoundException">The project has not been built yet.</exception>
    /// <exception cref="InvalidDataException">The compiler does not accept an argument.</exception>
    public static CompilerArguments Read(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: not there; build its project first", path);
        string project = System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)))!;
        CSharpCommandLineArguments parsed = CSharpCommandLineParser.Default.Parse(["@" + path], project, sdkDirectory: null);
        if (parsed.Errors.Length > 0)
            throw new InvalidDataException($"{path}: {parsed.Errors[0].GetMessage()}");
        return new CompilerArguments(path, parsed);
    }

    private static ImmutableArray<string> GuestLibraries(IEnumerable<string> references)
    {
        string[] names = ["std.dll", "corelib.dll"];
        return [.. names.SelectMany(name => references.Where(path => System.IO.Path.GetFileName(path) == name))];
    }
}
