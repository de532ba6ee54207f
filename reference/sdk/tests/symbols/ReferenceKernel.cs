using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>The reference's image against what the C# compiler itself wrote down: the portable PDB within its assembly.</summary>
internal sealed class ReferenceKernel
{
    private static readonly Symbolizer Symbols = Symbolizer.Load(TestKernel.ReferenceImage);

    [Test]
    public void Every_instruction_is_on_a_line_that_the_compiler_gave_to_its_method()
    {
        ILookup<string, (string File, int Line)> compiler = CompilersLines();
        int methods = 0;
        foreach (ElfSymbol function in ElfFile.Load(TestKernel.ReferenceImage).Symbols.Where(symbol => symbol.IsFunction && symbol.Size > 0))
        {
            for (ulong address = function.Value; address < function.Value + function.Size; address++)
            {
                if (Symbols.Locate(address) is not { } location || !location.Method.StartsWith("Merriwig.", StringComparison.Ordinal))
                    break;
                methods += address == function.Value ? 1 : 0;
                Assert.That(compiler[location.Method], Does.Contain((location.File, location.Line)), Symbols.Describe(address));
            }
        }

        Assert.That(methods, Is.GreaterThan(50));
    }

    [TestCase("kernel_main", "Merriwig.Boot.Kernel.Main (reference/kernel/boot/Kernel.cs:")]
    [TestCase("interrupt_dispatch", "Merriwig.Boot.Interrupts.Dispatch (reference/kernel/boot/Interrupts.cs:")]
    [TestCase("__managed_failure", "Merriwig.Boot.Panic.ManagedFailure (reference/kernel/boot/Panic.cs:")]
    public void An_exported_method_has_its_own_name(string symbol, string description) =>
        Assert.That(Symbols.Describe(Symbols.AddressOf(symbol)!.Value), Does.StartWith(description));

    [Test]
    public void Machine_code_has_its_symbol_and_the_distance_from_it()
    {
        ulong memset = Symbols.AddressOf("memset")!.Value;
        Assert.That(Symbols.Describe(memset + 3), Is.EqualTo("memset+0x3"));
        Assert.That(Symbols.Locate(memset), Is.Null);
        Assert.That(Symbols.Describe(Symbols.AddressOf("pvh_start")!.Value + 16), Is.EqualTo("pvh_start+0x10"));
    }

    [Test]
    public void A_method_that_the_compiler_made_up_has_a_name_and_no_line()
    {
        ElfSymbol method = ElfFile.Load(TestKernel.ReferenceImage).Symbols
            .First(symbol => symbol.IsFunction && symbol.Name.Contains("InlineArrayAsReadOnlySpan<", StringComparison.Ordinal));
        Assert.That(Symbols.Locate(method.Value), Is.Null);
        Assert.That(Symbols.Describe(method.Value + 1), Does.Match(@"^PrivateImplementationDetails\.InlineArrayAsReadOnlySpan<Merriwig\..+, Merriwig\..+>\+0x1$"));
    }

    [TestCase(0UL)]
    [TestCase(0x7FFF_FFFFUL)]
    [TestCase(0xFFFF_FFFF_F000_0000UL)]
    [TestCase(ulong.MaxValue)]
    public void What_is_no_code_is_a_bare_address(ulong address)
    {
        Assert.That(Symbols.Describe(address), Is.EqualTo($"0x{address:x16}"));
        Assert.That(Symbols.Locate(address), Is.Null);
    }

    [Test]
    public void Data_is_no_code()
    {
        Assert.That(Symbols.Describe(Symbols.AddressOf("kernel_stack_top")!.Value), Does.StartWith("0x"));
        Assert.That(Symbols.AddressOf("no_such_symbol"), Is.Null);
    }

    /// <summary>The lines of each method, by its name; overloads together.</summary>
    private static ILookup<string, (string File, int Line)> CompilersLines()
    {
        string assembly = Path.Combine(TestKernel.KernelFolder, "obj", "Debug", "net10.0", "kernel.dll");
        using var file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(assembly)));
        MetadataReader types = file.GetMetadataReader();
        DebugDirectoryEntry embedded = file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader lines = provider.GetMetadataReader();
        return types.MethodDefinitions
            .SelectMany(method => lines.GetMethodDebugInformation(method).GetSequencePoints()
                .Where(point => !point.IsHidden)
                .Select(point => (Method: NameOf(types, method), File: Shorten(lines.GetString(lines.GetDocument(point.Document).Name)), Line: point.StartLine)))
            .ToLookup(place => place.Method, place => (place.File, place.Line));
    }

    private static string NameOf(MetadataReader types, MethodDefinitionHandle handle)
    {
        MethodDefinition method = types.GetMethodDefinition(handle);
        TypeDefinition type = types.GetTypeDefinition(method.GetDeclaringType());
        string name = types.GetString(type.Name) + "." + types.GetString(method.Name);
        for (; !type.GetDeclaringType().IsNil; name = types.GetString(type.Name) + "." + name)
            type = types.GetTypeDefinition(type.GetDeclaringType());
        return types.GetString(type.Namespace) + "." + name;
    }

    private static string Shorten(string path) => Path.GetRelativePath(Toolchain.RepositoryRoot, path).Replace('\\', '/');
}
