using System;
using System.Collections.Generic;

namespace Euralios.Sdk.Rules;

/// <summary>
/// Something that a program must not have, because it would compile and then not work. The table stands here once and is compiled twice: into the
/// analyzer, which shows a place in the source while it is written, and into the build, which looks at the assembly afterwards.
/// </summary>
public sealed class ProgramRule
{
    private ProgramRule(string id, string title, string sentence, string help) =>
        (Id, Title, Sentence, Help) = (id, title, sentence, help);

    /// <summary><c>catch</c>, with or without <c>when</c>.</summary>
    public static ProgramRule Catch { get; } = new(
        "EOS001",
        "A program does not catch exceptions",
        "catches exceptions: an exception ends the program; use the Try... form, which returns an error",
        "There is no unwinder: what is thrown ends the process, with its type, message and place. Everything in std that may fail has a form whose name "
        + "begins with Try and that returns an error value.");

    /// <summary>A finalizer.</summary>
    public static ProgramRule Finalizer { get; } = new(
        "EOS002",
        "A type has no finalizer",
        "is a finalizer: nothing would run it; use IDisposable and using",
        "The collector takes what is not reached any more, and tells nobody. What must be given back is given back by Dispose, which using calls.");

    /// <summary><c>lock</c> on something that is no <c>System.Threading.Lock</c>.</summary>
    public static ProgramRule LockOnObject { get; } = new(
        "EOS003",
        "lock works on a System.Threading.Lock",
        "locks an object: lock works on a System.Threading.Lock; declare the field as one",
        "Objects have no room for a monitor. A System.Threading.Lock is what lock works on, here as in .NET 9 and later.");

    /// <summary>An array of several dimensions.</summary>
    public static ProgramRule ArrayOfRanks { get; } = new(
        "EOS004",
        "An array has one dimension",
        "makes an array of more than one dimension: use an array of arrays, or one array with the index row * width + column",
        "The core library has arrays of one dimension only, which are what ILC makes quick code for.");

    /// <summary>A generic method that is found at run time by the object's type.</summary>
    public static ProgramRule GenericVirtual { get; } = new(
        "EOS005",
        "A generic method is neither virtual nor an interface's",
        "is a generic method that is virtual or an interface's: it would not be found at run time; make the type generic instead",
        "Which code such a call leads to depends on the object's type and on the method's type arguments together. There are no tables for that in the image.");

    /// <summary><c>new T()</c>.</summary>
    public static ProgramRule NewOfParameter { get; } = new(
        "EOS006",
        "A type parameter's value is not made by new T()",
        "makes a value by new T(): pass a Func<T> that makes it",
        "The C# compiler turns new T() into Activator.CreateInstance, which finds the constructor by reflection.");

    /// <summary><c>[ThreadStatic]</c>.</summary>
    public static ProgramRule ThreadStatic { get; } = new(
        "EOS007",
        "A field is not each thread's own",
        "would be a field of each thread: there are none of those; keep what is a thread's own in an object that you pass to it",
        "Threads have a stack of their own and no other storage. A static field is the whole program's.");

    /// <summary><c>async</c> and <c>await</c>.</summary>
    public static ProgramRule Async { get; } = new(
        "EOS008",
        "A program does not wait by async and await",
        "is asynchronous: there are no tasks here; wait in a thread of its own, by a call that returns when there is something",
        "There is no Task and no thread pool. Threads are cheap, and calls that wait give the processor to others.");

    /// <summary><c>dynamic</c>.</summary>
    public static ProgramRule Dynamic { get; } = new(
        "EOS009",
        "A type is known when the program is compiled",
        "uses dynamic: there is no reflection that would find the member; name the type, or an interface",
        "dynamic compiles the program's expressions while it runs. Neither a compiler nor the types' names are in the image.");

    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<ProgramRule> All { get; } =
        [Catch, Finalizer, LockOnObject, ArrayOfRanks, GenericVirtual, NewOfParameter, ThreadStatic, Async, Dynamic];

    /// <summary>What a message and an editor call it: EOS and three digits.</summary>
    public string Id { get; }

    /// <summary>What holds in every program, in a line.</summary>
    public string Title { get; }

    /// <summary>What is wrong and what to do instead; the subject is a member of the program.</summary>
    public string Sentence { get; }

    /// <summary>Why it is so.</summary>
    public string Help { get; }

    /// <summary>The message about a member, for instance <c>Counter.Add locks an object: ...</c>.</summary>
    /// <param name="type">The type's name, as the source or as the metadata has it.</param>
    /// <param name="member">The member's.</param>
    public string About(string type, string member)
    {
        int arity = type.IndexOf('`');
        return $"{(arity < 0 ? type : type.Substring(0, arity))}.{Written(member)} {Sentence}";
    }

    /// <summary>In metadata, lambdas and local functions have the name of the method around them in angle brackets, as Main has it of statements without a type.</summary>
    private static string Written(string member)
    {
        if (member[0] != '<')
            return member;
        string within = member.TrimStart('<');
        int end = within.IndexOf('>');
        return end > 0 ? within.Substring(0, end) : member;
    }
}
