using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>Methods of every kind are called what their author calls them.</summary>
internal sealed class SourceNames
{
    private const string Marker = "// name: ";

    [Test]
    public void Every_method_has_its_name_file_and_line()
    {
        TestKernel kernel = TestKernel.Build("Names");
        string[] found =
        [
            .. ElfFile.Load(kernel.Image).Symbols.Where(symbol => symbol.IsFunction)
                .Select(symbol => kernel.Symbols.Locate(symbol.Value))
                .OfType<SourceLocation>()
                .Where(location => location.File == kernel.Source)
                .Select(location => $"{location.Line} {location.Method.Replace(" ", "")}")
                .Distinct(),
        ];
        Assert.That(found, Is.EquivalentTo(Marked(kernel)));
    }

    private static IEnumerable<string> Marked(TestKernel kernel) =>
        File.ReadLines(Path.Combine(Toolchain.RepositoryRoot, kernel.Source))
            .Select((text, i) => (Line: i + 1, Names: text.Split(Marker)))
            .Where(line => line.Names.Length == 2)
            .SelectMany(line => line.Names[1].Split(' ').Select(name => $"{line.Line} {name}"));
}
