using System;
using System.Text;
using Merriwig.Boot;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Words of the kernel's command line.</summary>
public sealed class CommandLineTests
{
    [TestCase("", "trace", "")]
    [TestCase("trace=frame,boot", "trace", "frame,boot")]
    [TestCase("word trace=frame", "trace", "frame")]
    [TestCase("trace=a trace=b", "trace", "a")]
    [TestCase("  trace=a  ", "trace", "a")]
    [TestCase("xtrace=a", "trace", "")]
    [TestCase("trace", "trace", "")]
    [TestCase("trace=", "trace", "")]
    [TestCase("trace=a=b", "trace", "a=b")]
    [TestCase("tracer=a", "trace", "")]
    public void Value(string line, string name, string expected) =>
        Assert.That(Encoding.UTF8.GetString(CommandLine.ValueOf(Encoding.UTF8.GetBytes(line), Encoding.UTF8.GetBytes(name))), Is.EqualTo(expected));
}
