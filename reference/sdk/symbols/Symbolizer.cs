using System.Globalization;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Symbols;

/// <summary>A place in C# source.</summary>
/// <param name="Method">Namespace, type and method, joined by dots.</param>
/// <param name="File">The path, from the repository's root for a file inside it.</param>
/// <param name="Line">From 1.</param>
public sealed record SourceLocation(string Method, string File, int Line);

/// <summary>
/// From addresses in an image to C#. Each table is read when it is first needed; a part of the image that is missing or malformed makes
/// answers poorer, down to bare addresses, and nothing else. Safe to use from several threads.
/// </summary>
public sealed class Symbolizer
{
    private readonly Lazy<Functions> functions;
    private readonly Lazy<MethodNames> names;
    private readonly Lazy<LineTable> lines;
    private readonly Lazy<CallFrames> frames;
    private readonly ElfFile image;

    private Symbolizer(ElfFile image)
    {
        this.image = image;
        var sections = new DebugSections(image);
        functions = new(() => new Functions(image));
        names = new(() => MethodNames.Read(sections));
        lines = new(() => LineTable.Read(sections));
        frames = new(() => CallFrames.Read(sections));
    }

    /// <summary>The image's lines.</summary>
    public LineTable Lines => lines.Value;

    /// <summary>The image's call frame information.</summary>
    public CallFrames Frames => frames.Value;

    /// <summary>Opens an image.</summary>
    /// <exception cref="ElfFormatException">It is no ELF file.</exception>
    public static Symbolizer Load(string imagePath) => new(ElfFile.Load(imagePath));

    /// <summary>Opens an image that is in memory; <paramref name="name"/> stands in messages.</summary>
    /// <exception cref="ElfFormatException">It is no ELF file.</exception>
    public static Symbolizer Parse(string name, byte[] bytes) => new(ElfFile.Parse(name, bytes));

    /// <summary>The C# behind an address; null for machine code that was not C#, and for addresses that are no code.</summary>
    public SourceLocation? Locate(ulong address)
    {
        // A method that the compiler made up has no lines: a look-up there would find the last one of the method before it.
        if (FunctionAt(address) is not { } function || names.Value.Find(function.Name) is not { } name || Lines.Find(address, function.Value) is not { } line)
            return null;
        return new SourceLocation(MethodName.Readable(function.Name, name.Type, name.Method), Shorten(line.File), line.Line);
    }

    /// <summary><c>Namespace.Type.Method (file.cs:line)</c>, else <c>symbol+0x10</c>, else the bare address.</summary>
    public string Describe(ulong address)
    {
        if (Locate(address) is { } location)
            return string.Create(CultureInfo.InvariantCulture, $"{location.Method} ({location.File}:{location.Line})");
        return FunctionAt(address) is { } function
            ? $"{MethodOf(function) ?? function.Name}+0x{address - function.Value:x}"
            : $"0x{address:x16}";
    }

    /// <summary>
    /// A method whose check failed, by the return address of its call of a throw helper: <c>Method (file.cs:line)</c>, or with several lines
    /// where the check may be any of them.
    /// </summary>
    public string DescribeFailedCheck(ulong returnAddress)
    {
        List<SourceLocation> checks = [.. ChecksBefore(returnAddress).Select(Locate).OfType<SourceLocation>().Distinct()];
        if (checks.Count == 0)
            return Describe(returnAddress - 1);
        string lines = string.Join(" or ", checks.Select(check => check.Line).Order());
        return $"{checks[0].Method} ({checks[0].File}:{lines})";
    }

    /// <summary>The address of a symbol as the linker knows it, or null.</summary>
    public ulong? AddressOf(string symbol)
    {
        try
        {
            return image.AddressOf(symbol);
        }
        catch (ElfFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// The frames of a stack, the innermost first: <paramref name="rip"/>, then return addresses. A caller's line is that of its return
    /// address minus 1, because a call may be the last instruction of its line. Ends at machine code without call frame information.
    /// </summary>
    /// <param name="rip">The innermost function's address.</param>
    /// <param name="rsp">Its stack pointer.</param>
    /// <param name="registers">Its registers.</param>
    /// <param name="readStackWord">The 8 bytes at an address, or null where they are not known.</param>
    public IReadOnlyList<ulong> Unwind(ulong rip, ulong rsp, StackRegisters registers, Func<ulong, ulong?> readStackWord) =>
        StackUnwinder.Walk(Frames, address => FunctionAt(address) is not null, rip, rsp, registers, readStackWord);

    private IEnumerable<ulong> ChecksBefore(ulong returnAddress)
    {
        if (FunctionAt(returnAddress - 1) is not { } function)
            return [];
        ElfSection section = image.Sections[function.Section];
        ReadOnlySpan<byte> contents = DebugSections.Contents(image, section);
        ulong offset = function.Value - section.Address;
        return offset <= (ulong)contents.Length && function.Size <= (ulong)contents.Length - offset
            ? FailedCheck.JumpsToCall(contents.Slice((int)offset, (int)function.Size).ToArray(), function.Value, returnAddress)
            : [];
    }

    private ElfSymbol? FunctionAt(ulong address) => functions.Value.Find(address, Rank);

    private string? MethodOf(ElfSymbol function)
    {
        if (names.Value.Find(function.Name) is { } name)
            return MethodName.Readable(function.Name, name.Type, name.Method);
        return function.Size > 0 ? MethodName.FromSymbol(function.Name) : null;
    }

    /// <summary>Of several symbols at one address, for instance a method's and its exported name, the most telling one.</summary>
    private int Rank(ElfSymbol function) => MethodOf(function) is null ? 1 : 0;

    private static string Shorten(string file)
    {
        string root = Toolchain.RepositoryRoot + "/";
        string path = file.Replace('\\', '/');
        return path.StartsWith(root.Replace('\\', '/'), StringComparison.Ordinal) ? path[root.Length..] : path;
    }
}
