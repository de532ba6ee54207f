using System;
using System.IO;

namespace Merriwig.Lab;

/// <summary>Runs cases on the host and reports them as the guest does.</summary>
internal static unsafe class CaseReport
{
    internal static void Announce(int count) => Console.WriteLine($"case.table count={count}");

    internal static void Finish(int passed, int failed) => Console.WriteLine($"case.end passed={passed} failed={failed}");

    internal static bool Run(string name, delegate*<ref Case, void> body, ref Case instance)
    {
        Console.WriteLine($"case.begin name={name}");
        try
        {
            body(ref instance);
        }
        catch (CaseFailure failure)
        {
            Console.WriteLine($"case.fail name={name} {failure.Message}");
            return false;
        }
        catch (Exception exception)
        {
            Console.WriteLine($"case.fail name={name} because=\"{exception.GetType().Name}: {exception.Message.Replace('"', '\'')}\"");
            return false;
        }

        Console.WriteLine($"case.pass name={name}");
        return true;
    }

    internal static void Fail(string because, string file, int line) =>
        throw new CaseFailure($"at={Path.GetFileName(file)}:{line} because=\"{because}\"");

    internal static void Fail(string what, ulong expected, ulong actual, string file, int line) =>
        throw new CaseFailure($"at={Path.GetFileName(file)}:{line} expected={expected} actual={actual} because=\"{what}\"");
}

/// <summary>Ends a case whose expectation does not hold.</summary>
internal sealed class CaseFailure(string message) : Exception(message);
