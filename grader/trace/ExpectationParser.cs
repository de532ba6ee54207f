using System.Text;

namespace Euralios.Grader.Tracing;

/// <summary>Reads an expectation file; see <see cref="Expectation"/> for the language.</summary>
internal sealed class ExpectationParser(string file)
{
    private readonly List<Step> _steps = [];
    private readonly List<LinePattern> _never = [];
    private bool _gap;
    private int _number;

    public Expectation Parse(string text)
    {
        List<LinePattern>? block = null;
        var interleaved = false;
        var blockLine = 0;
        foreach (var source in text.Split('\n'))
        {
            _number++;
            var line = source.Trim(' ', '\t', '\r');
            switch (line)
            {
                case "" or ['#', ..]:
                    break;
                case "any order" when block is not null:
                    throw Malformed("`end` of the `any order` block before another begins");
                case "any order":
                    (block, interleaved, blockLine) = ([], false, _number);
                    break;
                case "end" when block is null:
                    throw Malformed("`any order` before this `end`");
                case "end" when block.Count == 0:
                    throw Malformed("a pattern between `any order` and `end`");
                case "end":
                    AddStep(block, interleaved);
                    block = null;
                    break;
                case "..." when block is not null:
                    interleaved = true;
                    break;
                case "...":
                    _gap = true;
                    break;
                case ['!', ..] when block is not null:
                    throw Malformed("a pattern; `!` stands before or after an `any order` block, not inside");
                case ['!', .. var forbidden]:
                    _never.Add(ParsePattern(forbidden.Trim(' ', '\t')));
                    _gap = true;
                    break;
                default:
                    if (block is not null)
                    {
                        block.Add(ParsePattern(line));
                    }
                    else
                    {
                        AddStep([ParsePattern(line)], interleaved: false);
                    }

                    break;
            }
        }

        if (block is not null)
        {
            _number = blockLine;
            throw Malformed("`end` for this `any order`");
        }

        if (_steps.Count == 0 && _never.Count == 0)
        {
            throw Malformed("at least one pattern");
        }

        AddStep([], interleaved: false);
        return new Expectation(file, _steps);
    }

    private void AddStep(IReadOnlyList<LinePattern> patterns, bool interleaved)
    {
        _steps.Add(new Step(_gap, [.. _never], patterns, interleaved));
        _never.Clear();
        _gap = false;
    }

    private LinePattern ParsePattern(string source)
    {
        if (source.Length == 0)
        {
            throw Malformed("a pattern after `!`");
        }

        var parts = new List<PatternPart>();
        var literal = new StringBuilder();
        for (var position = 0; position < source.Length; position++)
        {
            switch (source[position])
            {
                case '\\' when position + 1 == source.Length:
                    throw Malformed("a character after `\\`");
                case '\\':
                    literal.Append(source[++position]);
                    break;
                case '{':
                    var end = source.IndexOf('}', position);
                    if (end < 0)
                    {
                        throw Malformed("`}` after `{`; a literal brace is written `\\{`");
                    }

                    FlushLiteral();
                    parts.Add(ParseCapture(source[(position + 1)..end]));
                    position = end;
                    break;
                default:
                    literal.Append(source[position]);
                    break;
            }
        }

        FlushLiteral();
        return new LinePattern(_number, source, parts);

        void FlushLiteral()
        {
            if (literal.Length > 0)
            {
                parts.Add(new PatternPart(literal.ToString(), IsCapture: false, CaptureKind.Word));
                literal.Clear();
            }
        }
    }

    private PatternPart ParseCapture(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? text : text[..colon];
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            throw Malformed($"a name of letters, digits and `_` in `{{{text}}}`; a literal brace is written `\\{{`");
        }

        return new PatternPart(name, IsCapture: true, colon < 0 ? CaptureKind.Word : text[(colon + 1)..] switch
        {
            "hex" => CaptureKind.Hexadecimal,
            "dec" => CaptureKind.Decimal,
            var kind => throw Malformed($"`hex` or `dec` after the colon, found `{kind}`"),
        });
    }

    private TraceFormatException Malformed(string expected) => new($"{file}({_number}): expected {expected}");
}
