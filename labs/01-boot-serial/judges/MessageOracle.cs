using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Merriwig.Lab;

namespace Euralios.Labs.BootSerial;

/// <summary>The bytes that came out of COM1 are the message that the seed makes, formatted here by .NET.</summary>
public sealed class MessageOracle : IJudge
{
    private const int Shown = 40;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        var expected = Expected(context.Seed);
        var actual = Encoding.Latin1.GetString(record.Console);
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == expected.Length && same == actual.Length)
            return Verdict.Pass;

        var line = expected[..same].Count(character => character == '\n') + 1;
        var start = same == 0 ? 0 : expected.LastIndexOf('\n', same - 1) + 1;
        return Verdict.Fail(
            same == actual.Length
                ? $"the message ends after {same} of {expected.Length} bytes, in its line {line}"
                : $"byte {same + 1} of the message, in its line {line}, is not what the seed makes",
            "expected: " + Part(expected, start), "actual:   " + Part(actual, start));
    }

    private static string Expected(byte[] seed)
    {
        var random = new RandomSource(BinaryPrimitives.ReadUInt64LittleEndian(seed));
        var text = new StringBuilder();
        for (var i = 0; i < MessageLine.Count; i++)
        {
            var line = MessageLine.Draw(ref random);
            var address = line.Address.ToString("x", CultureInfo.InvariantCulture).PadLeft(line.Width, '0');
            text.Append(CultureInfo.InvariantCulture, $"{line.Word} {line.Amount} 0x{address}{(line.Foreign ? " ?" : "")}\r\n");
        }

        return text.ToString();
    }

    private static string Part(string text, int start) =>
        start < text.Length ? text[start..Math.Min(start + Shown, text.Length)] : "the end";
}
