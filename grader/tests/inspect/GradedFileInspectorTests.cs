using Euralios.Grader.Inspect;

namespace Euralios.Grader.Tests.Inspect;

/// <summary>Every way out of a graded file that we know of, and what an honest solution needs.</summary>
[TestFixture]
public sealed class GradedFileInspectorTests
{
    /// <summary>Where the text of a member stands in the file that is inspected.</summary>
    private const int MemberLine = 6;

    [TestCase("static int F(Span<uint> map) { var sum = 0; foreach (ref var word in map) { word |= 1u << 3; sum += BitOperations.PopCount(word); } return sum; }")]
    [TestCase("static int F(Handed h) => h.Length + h[2] + Handed.Total + nameof(Handed).Length;")]
    [TestCase("static int F() { Span<int> s = stackalloc int[4]; return s[^1] + s[1..3].Length; }")]
    [TestCase("static ReadOnlySpan<byte> F() => [1, 2, 3];")]
    [TestCase("static ReadOnlySpan<byte> F() => \"text\"u8;")]
    [TestCase("const string Name = \"a\" + \"b\"; static int _count; static Node _node; static int Property { get; set; }")]
    [TestCase("static int F() => _kitField; static void G() => KitPart();")]
    [TestCase("struct Nested { public int X; public Nested() { X = 1; } } static Nested F() => new Nested { X = 3 };")]
    [TestCase("enum Kind { A, B } static int F(Kind k) => k switch { Kind.A => 1, _ => 2 };")]
    [TestCase("static (int A, int B) F() { var (a, b) = (1, 2); return (A: b, B: a); }")]
    [TestCase("static int F(int n) { return Inner(n); int Inner(int x) => x == 0 ? n : Inner(x - 1); }")]
    [TestCase("[MethodImpl(MethodImplOptions.AggressiveInlining)] static int F() => 1;")]
    [TestCase("[Flags] enum Bits { A = 1 } [InlineArray(4)] struct Four { int _first; }")]
    [TestCase("#region mine\n static int F() => 1;\n#endregion")]
    [TestCase("static bool F(int? x) => x is { } y and > 3 && y is not 5;")]
    [TestCase("static int F(Func<int> f) => 1; static T G<T>(T x) where T : struct => x;")]
    [TestCase("static int F(string s) { var n = 0; foreach (var c in s) n += c; return n; }")]
    [TestCase("static int F(int[] s) { var n = 0; foreach (var c in s) n += c; return n; }")]
    [TestCase("static bool F(ReadOnlySpan<int> s) => s is [1, .., 3];")]
    [TestCase("static int F() { Handed.Part p = default; return p.X; }")]
    public void Honest_code_is_left_alone(string member) => Assert.That(Codes(member), Is.Empty);

    [TestCase("static unsafe int F() => 1;", "KIT1001")]
    [TestCase("static unsafe int F(int* p) => *p;", "KIT1001")]
    [TestCase("static unsafe int F() { int x = 1; return *&x; }", "KIT1001")]
    [TestCase("static unsafe void F() { var p = stackalloc int[4]; p[0] = 1; }", "KIT1001")]
    [TestCase("static unsafe void F(Span<int> s) { fixed (int* p = s) { } }", "KIT1001")]
    [TestCase("static unsafe void F(delegate*<void> f) => f();", "KIT1001")]
    [TestCase("unsafe struct S { fixed int _x[4]; }", "KIT1001")]
    [TestCase("static void F(int x) { var r = __makeref(x); }", "KIT1001")]
    [TestCase("static extern void F();", "KIT1002")]
    [TestCase("[System.Runtime.InteropServices.DllImport(\"x\")] static extern void F();", "KIT1002 KIT1003")]
    [TestCase("[System.Runtime.InteropServices.UnmanagedCallersOnly] static void F() {}", "KIT1003")]
    [TestCase("[ModuleInitializer] internal static void F() {}", "KIT1003")]
    [TestCase("[SkipLocalsInit] static void F() {}", "KIT1003")]
    [TestCase("[MethodImpl(MethodImplOptions.InternalCall)] static void F() {}", "KIT1003")]
    [TestCase("[MethodImpl((MethodImplOptions)0x1000)] static void F() {}", "KIT1003")]
    [TestCase("[Kit.Hidden] static void F() {}", "KIT1003")]
    [TestCase("[ThreadStatic] static int _x;", "KIT1003")]
    [TestCase("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct S { }", "KIT1003")]
    [TestCase("static int F(ref int x) => Unsafe.Add(ref x, 1);", "KIT1004")]
    [TestCase("static int F(Span<int> x) => System.Runtime.InteropServices.MemoryMarshal.GetReference(x);", "KIT1004")]
    [TestCase("static void F(int x) => x.GetType();", "KIT1004")]
    [TestCase("static void F() => GC.Collect();", "KIT1004")]
    [TestCase("static System.Numerics.Vector<int> F(ref int x) => Vector.LoadUnsafe(ref x);", "KIT1004")]
    [TestCase("static void F() => Environment.Exit(0);", "KIT1004")]
    [TestCase("static object F(Node n) => n.MemberwiseClone();", "KIT1004", true)]
    public void Unsafe_or_native_code_is_refused(string member, string codes, bool hasErrors = false) => Refused(member, codes, hasErrors);

    [TestCase("static void F() => Kit.Printer.Print();", "KIT1004")]
    [TestCase("static void F() => global::Kit.Printer.Print();", "KIT1004")]
    [TestCase("static int F() => Printer.Value;", "KIT1004")]
    [TestCase("static string F() => nameof(Printer);", "KIT1004")]
    [TestCase("static string F() => nameof(Printer.Print);", "KIT1004")]
    [TestCase("static int F(int x = Printer.Number) => x;", "KIT1004")]
    [TestCase("static void F() => 5.Ext();", "KIT1004")]
    [TestCase("static void F(Handed h) { var (a, b) = h; }", "KIT1004")]
    [TestCase("static void F(Handed h) { foreach (var x in 5L) { } }", "KIT1004")]
    [TestCase("static void F(Handed h) { foreach (var x in h.Items) { } }", "KIT1004")]
    [TestCase("static bool F(Handed h) => h is (1, 2);", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Secret.Number;", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Get().Length;", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Secret[1];", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Secret[^1];", "KIT1004")]
    [TestCase("static void F(Handed h) { var x = h.Secret[1..2]; }", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Secret;", "KIT1004")]
    [TestCase("static void F(Handed h) { h.Secret = 5; }", "KIT1004")]
    [TestCase("static void F(Handed h) { var x = h.Secret + h.Secret; }", "KIT1004")]
    [TestCase("static void F(Handed h) { h.Secret += h.Secret; }", "KIT1004")]
    [TestCase("static void F(Handed h) { h.Secret++; }", "KIT1004")]
    [TestCase("static bool F(Handed h) => h.Secret == h.Secret;", "KIT1004")]
    [TestCase("static bool F(Handed h) => (h.Secret, 1) == (h.Secret, 1);", "KIT1004")]
    [TestCase("static void F(Handed h) { if (h.Secret) { } }", "KIT1004")]
    [TestCase("static void F(Handed h) { var (a, b) = h.Secret; }", "KIT1004")]
    [TestCase("static void F(Handed h) { var ((a, b), c) = (h.Secret, 1); }", "KIT1004")]
    [TestCase("static bool F(Handed h) => h.Secret is { Number: 1 };", "KIT1004")]
    [TestCase("static bool F(Handed h) => h is { Secret.Number: 1 };", "KIT1004")]
    [TestCase("static bool F(Handed h) => h.Secret is [1, ..];", "KIT1004")]
    [TestCase("static bool F(Handed h) => h.Secret is (1, 2);", "KIT1004")]
    [TestCase("static void F() { Printer.Inner? x = null; }", "KIT1004")]
    [TestCase("static void F(Printer.Inner[] x, Span<Printer.Inner> y) { }", "KIT1004")]
    [TestCase("static int F(Handed h) => h.Secret switch { { Number: var n } => n };", "KIT1004")]
    [TestCase("static void F(Handed h) { foreach (var (a, b) in (ReadOnlySpan<Hidden>)default) { } }", "KIT1004")]
    [TestCase("static int F(Handed h) => (int)h.Secret;", "KIT1004")]
    [TestCase("static bool F(Handed h) => h.Secret is var (a, b);", "KIT1004")]
    [TestCase("static void F(Handed h) { if (h.Secret && h.Secret) { } }", "KIT1004")]
    [TestCase("static Handed F(Handed h) => h.Secret;", "")]
    [TestCase("class C : Kit.HiddenBase { void F() => Leak(); }", "KIT1004")]
    [TestCase("static void F<T>() where T : Kit.IHidden => T.Leak();", "KIT1004")]
    [TestCase("static void F<T>(T x) where T : Kit.IHidden => x.Log();", "KIT1004")]
    [TestCase("static T F<T>() => default!; static void G() => F<Kit.Hidden>();", "KIT1004")]
    [TestCase("static void F() { Lab.Console2? x = null; }", "KIT1004", true)]
    [TestCase("/// <summary><see cref=\"Kit.Printer\"/></summary>\n static void F() {}", "")]
    public void The_kit_cannot_be_reached(string member, string codes, bool hasErrors = false) => Refused(member, codes, hasErrors);

    [TestCase("static void F() => throw null!;", "KIT1006")]
    [TestCase("static int F(int? x) => x ?? throw null!;", "KIT1006")]
    [TestCase("static void F() { try { } finally { } }", "KIT1006")]
    [TestCase("static void F(object o) { lock (o) { } }", "KIT1006")]
    [TestCase("static void F(IDisposable d) { using (d) { } }", "KIT1006")]
    [TestCase("static void F(IDisposable d) { using var e = d; }", "KIT1006")]
    [TestCase("static void F(System.Collections.Generic.IEnumerable<int> d) { foreach (var e in d) { } }", "KIT1006")]
    [TestCase("class C { } static void F() { new C(); }", "KIT1007")]
    [TestCase("class C { } static C F() => new();", "KIT1007")]
    [TestCase("static T F<T>() where T : new() => new T();", "KIT1007")]
    [TestCase("static int[] F() => new int[3];", "KIT1007")]
    [TestCase("static int[] F() => [1, 2];", "KIT1007")]
    [TestCase("static int[] F() { int[] x = { 1 }; return x; }", "KIT1007")]
    [TestCase("static Span<int> F(int x) { Span<int> s = [x]; return default; }", "KIT1007")]
    [TestCase("static void F(params int[] x) => F(1, 2);", "KIT1007")]
    [TestCase("static void F() { var x = new { A = 1 }; }", "KIT1007")]
    [TestCase("static object F() => 5;", "KIT1007")]
    [TestCase("static string F(int x) => $\"{x}\";", "KIT1007")]
    [TestCase("static string F(string x) => x + \"a\";", "KIT1007")]
    [TestCase("static void F(string x) { x += \"a\"; }", "KIT1007")]
    [TestCase("static void F(Action a) { } static void G() => F(KitPart);", "KIT1008")]
    [TestCase("static void F() { var f = () => 1; }", "KIT1008")]
    [TestCase("static void F() { Action f = delegate { }; }", "KIT1008")]
    [TestCase("delegate void D();", "KIT1008")]
    [TestCase("static string _x = \"\";", "KIT1009")]
    [TestCase("static int[]? _x;", "KIT1009")]
    [TestCase("static object? P { get; set; }", "KIT1009")]
    [TestCase("static object? P { get => field; }", "KIT1009")]
    [TestCase("struct S { object? _o; } static S _x;", "KIT1009")]
    [TestCase("static Graded() { }", "KIT1009")]
    [TestCase("class C { ~C() { } }", "KIT1009")]
    [TestCase("static System.Collections.Generic.IEnumerable<int> F() { yield return 1; }", "KIT1010")]
    [TestCase("static async void F() { }", "KIT1010")]
    [TestCase("static void F() { var t = typeof(int); }", "KIT1011")]
    [TestCase("static void F(dynamic d) { d.X(); }", "KIT1011", true)]
    public void What_the_kernel_cannot_do_is_refused(string member, string codes, bool hasErrors = false) => Refused(member, codes, hasErrors);

    [TestCase("#pragma warning disable CS0168", "KIT1005")]
    [TestCase("#nullable disable", "KIT1005")]
    [TestCase("#line 1 \"Other.cs\"", "KIT1005")]
    [TestCase("#if X\n#endif", "KIT1005 KIT1005")]
    [TestCase("#warning x", "KIT1005")]
    public void Directives_are_refused(string member, string codes) =>
        Assert.That(string.Join(' ', Inspection.File(File(member)).Select(message => message.Code)), Is.EqualTo(codes));

    [TestCase("using System; namespace Lab; struct Mine { }", "1:KIT1012")]
    [TestCase("using System; namespace Lab; struct Node { }", "")]
    [TestCase("using System; namespace Lab; file struct Mine { }", "")]
    [TestCase("namespace Lab; public static partial class Machine { static void F() => Secret(); }", "1:KIT1012")]
    [TestCase("namespace Lab { static partial class Graded { } }\nnamespace System { struct Span { } }", "2:KIT1012")]
    [TestCase("struct Mine { }", "1:KIT1012")]
    [TestCase("global using System; namespace Lab;", "1:KIT1012")]
    [TestCase("using static Kit.Printer; namespace Lab; partial class Graded { static void F() => Print(); }", "1:KIT1004")]
    [TestCase("using static System.Runtime.CompilerServices.Unsafe;", "1:KIT1004")]
    [TestCase("using P = Kit.Printer; namespace Lab; partial class Graded {\nstatic void F() => P.Print(); }", "1:KIT1004 2:KIT1004")]
    [TestCase("using unsafe P = int*;", "1:KIT1001")]
    [TestCase("using P = (Kit.Hidden A, int B);", "1:KIT1004")]
    [TestCase("[assembly: System.CLSCompliant(true)]", "1:KIT1003")]
    [TestCase("namespace Lab; public static class Known { public static int Twice(this int x) => x; }", "")]
    [TestCase("namespace Lab; public static class Known { public static int Thrice(this int x) => x; }", "1:KIT1012")]
    [TestCase("namespace Lab; public static class Known { extension(int x) { public int Four => x; } }", "1:KIT1012")]
    [TestCase("namespace Lab; file static class Mine { public static int Thrice(this int x) => x; }", "")]
    public void Declarations_stay_in_the_file(string text, string expected) =>
        Assert.That(string.Join(' ', Inspection.File(text).Select(message => $"{message.Line}:{message.Code}").Distinct()), Is.EqualTo(expected));

    [TestCase("namespace Lab; struct Mine { }", "")]
    [TestCase("namespace Lab; public static partial class Machine { }", "KIT1012")]
    [TestCase("namespace System.Mine; struct S { }", "KIT1012")]
    public void Without_the_references_text_other_files_types_are_out_of_bounds(string text, string expected) =>
        Assert.That(string.Join(' ', Inspection.File(text, withReference: false).Select(message => message.Code)), Is.EqualTo(expected));

    [TestCase("Handed", false)]
    [TestCase("Kit.Printer", true)]
    [TestCase("Printer", true)]
    [TestCase("Lab.Printer", false)]
    public void What_the_lab_hands_out_may_be_named(string uses, bool allowed) =>
        Assert.That(Inspection.File(File("static void F() => Printer.Print();"), uses: uses), allowed ? Is.Empty : Is.Not.Empty);

    [Test]
    public void A_message_names_place_and_way_out()
    {
        var message = Inspection.File(File("static void F()\n{\n    Kit.Printer.Print();\n}"))[0];
        Assert.That(message.ToString(), Is.EqualTo("Graded.cs(8,9): error KIT1004: `Printer` is not handed out by this lab; use Handed"));
    }

    [Test]
    public void A_file_has_a_largest_size()
    {
        var text = File("// " + new string('x', GradedFileInspector.MaximumLength));
        Assert.That(Inspection.File(text).Select(message => message.Code), Is.EqualTo(new[] { "KIT1013" }));
    }

    [Test]
    public void Nesting_has_a_largest_depth()
    {
        string Nested(int depth) => File("static void F() { " + new string('{', depth) + new string('}', depth) + " }");
        Assert.Multiple(() =>
        {
            Assert.That(Inspection.File(Nested(200)), Is.Empty);
            Assert.That(Inspection.File(Nested(400)).Select(message => message.Code), Is.EqualTo(new[] { "KIT1013" }));
        });
    }

    [Test]
    public void A_graded_path_that_is_not_compiled_is_a_mistake_of_the_caller() =>
        Assert.That(() => GradedFileInspector.Inspect(Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("x"), ["gone.cs"], [], "core"), Throws.ArgumentException);

    private static void Refused(string member, string codes, bool hasErrors)
    {
        if (!hasErrors)
        {
            // These are about what is written where it may not be, or about methods without a body: the compiler complains about some of them too.
            var errors = Inspection.CompilerErrors(File(member)).Where(error => !error.Contains("CS0626", StringComparison.Ordinal) && !error.Contains("CS8795", StringComparison.Ordinal));
            Assert.That(errors, Is.Empty);
        }

        Assert.That(string.Join(' ', Codes(member)), Is.EqualTo(codes));
    }

    private static IEnumerable<string> Codes(string member)
    {
        var messages = Inspection.File(File(member));
        Assert.That(messages.Select(message => message.Line), Is.All.GreaterThanOrEqualTo(MemberLine));
        return messages.Select(message => message.Code).Distinct().Order();
    }

    private static string File(string member) => $$"""
        using System; using System.Numerics; using System.Runtime.CompilerServices; using Kit;

        namespace Lab;
        public static partial class Graded
        {
        {{member}}
        }
        public partial struct Node { }
        """;
}
