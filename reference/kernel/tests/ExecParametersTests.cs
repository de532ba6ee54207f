using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Merriwig.Vfs;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Exec's parameters: what clauses are read from a text, and where it is malformed.</summary>
public sealed partial class ExecParametersTests
{
    // Clauses as KIND number 'text'; an exclamation mark where the reading stops at a malformed one.
    [TestCase("", "")]
    [TestCase("S", "Share 0 ''")]
    [TestCase("C", "Copy 0 ''")]
    [TestCase("N", "New 0 ''")]
    [TestCase("-/dev/nic:", "Unmount 0 '/dev/nic'")]
    [TestCase("-:", "Unmount 0 ''")]
    [TestCase("m12,/bin:", "Mount 12 '/bin'")]
    [TestCase("m0 /:", "Mount 0 '/'")]
    [TestCase("m007//a:", "Mount 7 '/a'")]
    [TestCase("m5::", "Mount 5 ''", TestName = "a number that ends at a colon")]
    [TestCase("m5:/a:", "Mount 5 '/a'")]
    [TestCase("m4294967295,/a:", "Mount 4294967295 '/a'")]
    [TestCase("m00000000000000000000000000001,/a:", "Mount 1 '/a'")]
    [TestCase("Ashell\u0003-c\0", "Arguments 0 'shell\u0003-c'")]
    [TestCase("A\0", "Arguments 0 ''")]
    [TestCase("EPWD=/\u0003USER=root\0", "Environment 0 'PWD=/\u0003USER=root'")]
    [TestCase("i1,", "InterruptLine 1 ''")]
    [TestCase("i99\0", "InterruptLine 99 ''")]
    [TestCase("N m1", "New 0 '', !")]
    [TestCase("Nm3,/bin:m4,/tcp:-/bin:Aedit\u0003a:b\0EA=1\0i11;S", "New 0 '', Mount 3 '/bin', Mount 4 '/tcp', Unmount 0 '/bin', Arguments 0 'edit\u0003a:b', Environment 0 'A=1', InterruptLine 11 '', Share 0 ''")]
    [TestCase("SX", "Share 0 '', !")]
    [TestCase("\0", "!")]
    [TestCase("s", "!")]
    [TestCase("-/a", "!")]
    [TestCase("-", "!")]
    [TestCase("m", "!")]
    [TestCase("m1", "!")]
    [TestCase("m1,", "!")]
    [TestCase("m1,/a", "!")]
    [TestCase("m,/a:", "!")]
    [TestCase("m-1,/a:", "!")]
    [TestCase("m4294967296,/a:", "!")]
    [TestCase("m18446744073709551617,/a:", "!", TestName = "a number that is 1 modulo 2 to the power of 64")]
    [TestCase("m99999999999999999999999999999999999999999,/a:", "!")]
    [TestCase("Ashell", "!")]
    [TestCase("A", "!")]
    [TestCase("E", "!")]
    [TestCase("i", "!")]
    [TestCase("i1", "!")]
    [TestCase("i,", "!")]
    [TestCase("CA\0!S", "Copy 0 '', Arguments 0 '', !")]
    public void Reads(string text, string expected) => Assert.That(Describe(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));

    /// <summary>Nothing comes after a malformed clause, however often it is asked for.</summary>
    [Test]
    public void StopsForGood()
    {
        var parameters = new ExecParameters("SxSS"u8);
        Assert.That(parameters.TryNext(out _), Is.True);
        for (int i = 0; i < 3; i++)
        {
            Assert.That(parameters.TryNext(out ExecClause clause), Is.False);
            Assert.That(parameters.IsMalformed, Is.True);
            Assert.That(clause.Kind, Is.EqualTo(ExecClauseKind.None));
        }
    }

    /// <summary>Texts at random against a regular expression for a clause.</summary>
    [Test]
    public void AgreesWithARegularExpression([Range(1, 20)] int seed)
    {
        const string alphabet = "SCN-mAEi0123456789999:,/a\0\0::";
        var random = new Random(seed);
        int complete = 0;
        for (int i = 0; i < 1000; i++)
        {
            char[] text = Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(60) == 0 ? (char)random.Next(128) : alphabet[random.Next(alphabet.Length)]).ToArray();
            string expected = Expected(new string(text));
            Assert.That(Describe(Encoding.ASCII.GetBytes(text)), Is.EqualTo(expected), Uri.EscapeDataString(new string(text)));
            complete += expected.Contains('!', StringComparison.Ordinal) ? 0 : 1;
        }

        Assert.That(complete, Is.InRange(10, 900), "both kinds of text are met often");
    }

    /// <summary>Bytes at random: the reading ends, and takes no more clauses than there are bytes.</summary>
    [Test]
    public void EndsOnAnyBytes([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 1000; i++)
        {
            byte[] bytes = new byte[random.Next(100)];
            random.NextBytes(bytes);
            if (bytes.Length > 0)
                bytes[0] = "SCN-mAEi"u8[random.Next(8)];
            var parameters = new ExecParameters(bytes);
            int clauses = 0;
            while (parameters.TryNext(out _))
                clauses++;
            Assert.That(clauses, Is.LessThanOrEqualTo(bytes.Length));
        }
    }

    private static string Describe(byte[] text)
    {
        var clauses = new List<string>();
        var parameters = new ExecParameters(text);
        while (parameters.TryNext(out ExecClause clause))
            clauses.Add($"{clause.Kind} {clause.Number} '{Encoding.UTF8.GetString(clause.Text)}'");
        if (parameters.IsMalformed)
            clauses.Add("!");
        return string.Join(", ", clauses);
    }

    private static string Expected(string text)
    {
        var clauses = new List<string>();
        while (text.Length > 0)
        {
            Match match = Clause().Match(text);
            string number = match.Groups["number"].Success ? match.Groups["number"].Value : "0";
            if (!match.Success || !uint.TryParse(number, out uint value))
                return string.Join(", ", clauses.Append("!"));
            clauses.Add($"{(ExecClauseKind)text[0]} {value} '{match.Groups["text"].Value}'");
            text = text[match.Length..];
        }

        return string.Join(", ", clauses);
    }

    [GeneratedRegex(@"\A(?:[SCN]|-(?<text>[^:]*):|m(?<number>[0-9]+)[^0-9](?<text>[^:]*):|[AE](?<text>[^\0]*)\0|i(?<number>[0-9]+)[^0-9])")]
    private static partial Regex Clause();
}
