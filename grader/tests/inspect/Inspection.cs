using System.Runtime.CompilerServices;
using Euralios.Grader.Inspect;
using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Euralios.Grader.Tests.Inspect;

/// <summary>Compiles a graded file beside a kit that has something to hide, and inspects it.</summary>
internal static class Inspection
{
    /// <summary>What is not graded. `Handed` is handed out, everything else of it is not.</summary>
    public const string Kit = """
        using System;
        using System.Collections;
        namespace Kit
        {
            public static class Printer { public static void Print() {} public static int Value; public const int Number = 3; public static void Ext(this int x) {} public static void Deconstruct(this Handed h, out int a, out int b) { a = b = 0; } public static Enumerator GetEnumerator(this long x) => default; public static bool Add(this Handed h, int x) => true; public class Inner {} }
            public struct Enumerator { public int Current => 0; public bool MoveNext() => false; }
            public struct Handed
            {
                public int Length => 3; public int Count => 1; public Hidden Secret; public Hidden Get() => default; public int this[int i] => i; public static int Total;
                public static implicit operator Handed(Hidden h) => default; public Source Items => default; public struct Part { public int X; }
            }
            public struct Hidden
            {
                public int Number; public int Length => 3; public int this[int i] => i; public Hidden Slice(int a, int b) => default;
                public static Hidden operator +(Hidden a, Hidden b) => a; public static Hidden operator ++(Hidden a) => a; public static implicit operator int(Hidden h) => 0; public static implicit operator Hidden(int h) => default;
                public static Hidden operator &(Hidden a, Hidden b) => a; public static bool operator true(Hidden a) => true; public static bool operator false(Hidden a) => false; public static bool operator ==(Hidden a, Hidden b) => true; public static bool operator !=(Hidden a, Hidden b) => true;
                public void Deconstruct(out int a, out int b) { a = b = 0; } public override bool Equals(object? o) => true; public override int GetHashCode() => 0;
            }
            public struct Source { public Enumerator GetEnumerator() => default; }
            public interface IHidden { static abstract void Leak(); void Log() {} }
            public class HiddenBase { protected static void Leak() {} }
            public class HiddenAttribute : Attribute {}
        }
        namespace Lab
        {
            public static partial class Graded { static int _kitField; static void KitPart() {} }
            public static partial class Machine { static void Secret() {} }
            public static class Console2 {}
        }
        """;

    /// <summary>The reference's version of the graded file.</summary>
    public const string Reference = "namespace Lab; public static partial class Graded { } public struct Node { } public static class Known { public static int Twice(this int x) => x; }";

    private static readonly MetadataReference Core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    /// <summary>Messages as <c>line:code</c>, in order, for the text of a whole file.</summary>
    public static IReadOnlyList<BuildMessage> File(string text, bool withReference = true, params string[] uses)
    {
        var compilation = Compile(text, out _);
        return GradedFileInspector.Inspect(
            compilation, ["Graded.cs"], uses.Length == 0 ? ["Handed"] : uses, "System.Private.CoreLib",
            withReference ? new Dictionary<string, string> { ["Graded.cs"] = Reference } : null);
    }

    /// <summary>Errors of the compiler itself, so that a test cannot pass because its source is nonsense.</summary>
    public static IReadOnlyList<string> CompilerErrors(string text)
    {
        Compile(text, out var errors);
        return errors;
    }

    private static CSharpCompilation Compile(string text, out IReadOnlyList<string> errors)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "image",
            [CSharpSyntaxTree.ParseText(Kit, options, "Kit.cs"), CSharpSyntaxTree.ParseText(text, options, "Graded.cs")],
            [Core],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        errors = [.. compilation.GetDiagnostics().Where(message => message.Severity == DiagnosticSeverity.Error).Select(message => message.ToString())];
        return compilation;
    }

    /// <summary>The compiler's assemblies are found by the sdk's module initializer, which must run first.</summary>
    [ModuleInitializer]
    internal static void FindCompiler() => RuntimeHelpers.RunModuleConstructor(typeof(Toolchain).Module.ModuleHandle);
}
