using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Tests.Images;

/// <summary>The kernel rules, held by the object that ILC writes: each broken once, and none by the reference.</summary>
public sealed class KernelRulesTests
{
    [Test]
    public void The_reference_kernel_keeps_them()
    {
        string kernel = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel");
        ElfFile compiled = ElfFile.Load(Path.Combine(kernel, "obj", "Debug", "net10.0", "kernel.o"));
        Assert.That(compiled.AddressOf("kernel_main"), Is.Not.Null, "the object is the kernel's");
        Assert.That(KernelRules.Check(compiled), Is.Empty);
    }

    [TestCase("KERNEL1", "Sample__Make", """
        internal sealed class Box { internal int Value; }
        internal static class Sample
        {
            internal static Box? kept(Box box) => box;
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            internal static Box Make(int n) => new Box { Value = n };
            internal static void Run(int n) { if (Make(n).Value == 3) Panic.Because("three"); }
        }
        """, TestName = "allocation of an object")]
    [TestCase("KERNEL1", "Sample__Make", """
        internal static class Sample
        {
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            internal static uint[] Make(int n) => new uint[n];
            internal static void Run(int n) { if (Make(n)[0] == 3) Panic.Because("three"); }
        }
        """, TestName = "allocation of an array")]
    [TestCase("KERNEL2", "Sample__Run", """
        internal static class Sample
        {
            internal static void Run(int n) { try { Panic.Because("a"); } finally { Panic.Because("b"); } }
        }
        """, TestName = "try and finally")]
    [TestCase("KERNEL3", "Sample__Call", """
        internal interface IShape { int Area(int n); }
        internal class A : IShape { public virtual int Area(int n) => n; }
        internal static class Sample
        {
            private static nint kept;
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
            internal static int Call(IShape shape, int n) => shape.Area(n);
            internal static void Run(int n) => kept = Call(new A(), n) + Call(new B(), n) + Call(new C(), n) + Call(new D(), n);
        }
        internal class B : IShape { public virtual int Area(int n) => n + 1; }
        internal class C : B { public override int Area(int n) => n + 2; }
        internal sealed class D : IShape { public int Area(int n) => n * 2; }
        """, TestName = "interface dispatch")]
    [TestCase("KERNEL4", "Sample", """
        internal static class Sample
        {
            private static readonly ulong start = Merriwig.Cpu.Processor.ReadTimeStamp();
            internal static void Run(int n) { if (start == (ulong)n) Panic.Because("equal"); }
        }
        """, TestName = "a static constructor")]
    [TestCase("KERNEL5", "Sample__Run", """
        internal static class Sample
        {
            private static string? name = "a";
            internal static void Run(int n) { if (n == 3) name = "b"; Panic.Because(name!); }
        }
        """, TestName = "a reference in a static field")]
    public void Breaking_one_names_it_and_the_method(string code, string method, string members)
    {
        ImageBuild build = SampleKernel.Build(members, SampleKernel.Output(TestContext.CurrentContext.Test.Name));
        Assert.That(build.Image, Is.Null);
        Assert.That(
            build.Messages,
            Has.Some.Matches<BuildMessage>(message => message!.Code == code && message.Text.Contains(method, StringComparison.Ordinal)),
            string.Join('\n', build.Messages));
    }

    [Test]
    public void Stack_values_spans_and_generics_break_none()
    {
        ImageBuild build = SampleKernel.Build(
            """
            internal struct Pair<T>(T a, T b) where T : unmanaged { internal T A = a; internal T B = b; }
            internal static class Sample
            {
                internal static void Run(int n)
                {
                    Span<int> numbers = stackalloc int[8];
                    numbers.Fill(n);
                    var pair = new Pair<int>(numbers[0], numbers[n & 7]);
                    foreach (int number in numbers)
                        pair.A += number;
                    Merriwig.Devices.Console.WriteLine($"{(ulong)pair.A} {(ulong)pair.B:x8}");
                }
            }
            """,
            SampleKernel.Output("none"));
        Assert.That(build.Messages, Is.Empty);
    }
}
