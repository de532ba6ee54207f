using Euralios.Sdk.Build;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>What a program must not have: each in a program of its own, refused with its line and a sentence that says what to do.</summary>
internal sealed class ProgramRulesTests
{
    [TestCase("EOS001", "Program.Main catches exceptions", "try { Run(); } catch { System.Console.WriteLine(); }")]
    [TestCase("EOS001", "Program.Main catches exceptions", "try { Run(); } catch (System.Exception e) when (e.Message == \"\") { }")]
    [TestCase("EOS003", "lock works on a System.Threading.Lock", "lock (new object()) { Run(); }")]
    [TestCase("EOS004", "use an array of arrays", "var board = new int[3, 3];")]
    [TestCase("EOS004", "use an array of arrays", "int[,] board = { { 1, 2 }, { 3, 4 } };")]
    [TestCase("EOS006", "pass a Func<T>", "Make<Program>();")]
    public void A_statement_is_refused_in_its_line(string code, string text, string statement)
    {
        ImageBuild build = ReferencePrograms.Build($$"""
            internal sealed class Program
            {
                internal static void Run() { }
                internal static T Make<T>() where T : new() { return new T(); }
                private static void Main()
                {
                    {{statement}}
                }
            }
            """);
        BuildMessage? message = build.Messages.FirstOrDefault(message => message.Code == code && message.Text.Contains(text, StringComparison.Ordinal));
        Assert.That(message, Is.Not.Null, string.Join('\n', build.Messages));
        Assert.That(message!.Line, Is.EqualTo(code == "EOS006" ? 4 : 7));
        Assert.That(message.Path, Is.EqualTo("Sample.cs").Or.EndsWith("/Sample.cs"));
    }

    [TestCase("EOS002", "is a finalizer", "internal sealed class Sample { ~Sample() { } }")]
    [TestCase("EOS005", "make the type generic", "internal class Sample { internal virtual T Same<T>(T value) => value; }")]
    [TestCase("EOS005", "make the type generic", "internal interface ISample { T Same<T>(T value); }")]
    [TestCase("EOS007", "keep what is a thread's own", "internal static class Sample { [System.ThreadStatic] internal static int field; static int F() => ++field; }")]
    public void A_member_is_refused(string code, string text, string members)
    {
        ImageBuild build = ReferencePrograms.Build("internal static class Program { private static void Main() { } }\n" + members);
        Assert.That(
            build.Messages, Has.Some.Matches<BuildMessage>(message => message!.Code == code && message.Text.Contains(text, StringComparison.Ordinal)),
            string.Join('\n', build.Messages));
    }

    /// <summary>What the C# compiler itself refuses, for want of a type: the name of what is missing stands in its message.</summary>
    [TestCase("dynamic d = 1; d.Go();", "RuntimeBinder")]
    [TestCase("decimal money = 1.5m;", "System.Decimal")]
    [TestCase("System.Threading.Tasks.Task t;", "Tasks")]
    [TestCase("_ = typeof(int).Name;", "Name")]
    public void What_has_no_type_is_refused_by_name(string statement, string missing)
    {
        ImageBuild build = ReferencePrograms.Build("internal static class Program { private static void Main() { " + statement + " } }");
        Assert.That(
            build.Messages, Has.Some.Matches<BuildMessage>(message => message!.Text.Contains(missing, StringComparison.Ordinal)),
            string.Join('\n', build.Messages));
    }

    [TestCase("var guard = new System.Threading.Lock(); lock (guard) { }", TestName = "lock on a Lock")]
    [TestCase("try { } finally { System.Console.WriteLine(); }", TestName = "finally")]
    [TestCase("bool same = typeof(int) == 1.GetType(); System.Console.WriteLine(same ? 1 : 0);", TestName = "types compared")]
    public void What_works_is_not_refused(string statements)
    {
        ImageBuild build = ReferencePrograms.Build("internal static class Program { private static void Main() { " + statements + " } }");
        Assert.That(build.Messages, Is.Empty);
    }
}
