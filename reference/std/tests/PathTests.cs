using System;
using System.Collections.Generic;
using System.Reflection;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>The library's <c>Path</c> beside .NET's own, on all short paths of a few characters.</summary>
internal sealed class PathTests
{
    private static readonly Type Original = typeof(object).Assembly.GetType("System.IO.Path")!;

    private static IEnumerable<string> Paths
    {
        get
        {
            string[] parts = ["", "/", "//", ".", "..", "a", "b.c", ".d", "e."];
            foreach (string first in parts)
            {
                foreach (string second in parts)
                {
                    foreach (string third in parts)
                    {
                        yield return first + second + third;
                        yield return first + "/" + second + "/" + third;
                    }
                }
            }
        }
    }

    [TestCase("GetFileName")]
    [TestCase("GetDirectoryName")]
    [TestCase("GetExtension")]
    [TestCase("GetFileNameWithoutExtension")]
    [TestCase("HasExtension")]
    [TestCase("IsPathRooted")]
    [TestCase("TrimEndingDirectorySeparator")]
    [TestCase("EndsInDirectorySeparator")]
    public void A_part_of_a_path_is_as_in_dotnet(string method)
    {
        MethodInfo ours = typeof(System.IO.Path).GetMethod(method, [typeof(string)])!;
        MethodInfo theirs = Original.GetMethod(method, [typeof(string)])!;
        foreach (string path in Paths)
            Same(ours.Invoke(null, [path]), theirs.Invoke(null, [path]), path);
    }

    [TestCase("Combine")]
    [TestCase("Join")]
    [TestCase("ChangeExtension")]
    public void Two_paths_are_put_together_as_in_dotnet(string method)
    {
        MethodInfo ours = typeof(System.IO.Path).GetMethod(method, [typeof(string), typeof(string)])!;
        MethodInfo theirs = Original.GetMethod(method, [typeof(string), typeof(string)])!;
        foreach (string path in Paths)
        {
            foreach (string second in new[] { "", "/", "x", "/x", ".y", "x/", null! })
            {
                if (second is not null || method != "Combine")
                    Same(ours.Invoke(null, [path, second]), theirs.Invoke(null, [path, second]), path, second);
            }
        }
    }

    [Test]
    public void Full_paths_are_as_in_dotnet()
    {
        MethodInfo theirs = Original.GetMethod("GetFullPath", [typeof(string), typeof(string)])!;
        foreach (string path in Paths)
        {
            foreach (string start in new[] { "/", "/home/user", "/home/../x/" })
                Same(System.IO.Path.GetFullPath(path, start), theirs.Invoke(null, [path, start]), path, start);
        }
    }

    /// <summary>Without an assertion for each of thousands.</summary>
    private static void Same(object? ours, object? theirs, params string?[] arguments)
    {
        if (!Equals(ours, theirs))
            Assert.Fail($"(\"{string.Join("\", \"", arguments)}\") is \"{ours}\", not \"{theirs}\"");
    }
}
