using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>
/// From a text to lists of pipelines:
/// <code>
/// text     = { list ( ";" | "&amp;" | newline ) }
/// list     = pipeline { ( "&amp;&amp;" | "||" ) pipeline }
/// pipeline = [ "!" ] command { "|" command }
/// command  = { NAME=value | word | redirection }
/// </code>
/// </summary>
internal sealed class Parser
{
    /// <summary>The most commands of a pipeline: the kernel waits for 32 handles at once, and Ctrl-C is one of them.</summary>
    internal const int LongestPipeline = 31;

    private readonly string text;
    private readonly Lexer lexer;
    private Token token;
    private SyntaxError? error;

    private Parser(string text)
    {
        this.text = text;
        lexer = new Lexer(text);
    }

    /// <summary>Parses a text; null for <paramref name="error"/> where it is right.</summary>
    internal static List<AndOrList> Parse(string text, out SyntaxError? error)
    {
        var parser = new Parser(text);
        List<AndOrList> lists = parser.ParseText();
        error = parser.error;
        return lists;
    }

    private List<AndOrList> ParseText()
    {
        List<AndOrList> lists = [];
        if (!Advance())
            return lists;
        while (true)
        {
            if (!SkipNewlines())
                return lists;
            if (token.Kind == TokenKind.End)
                return lists;
            int start = token.Position;
            var list = new AndOrList();
            if (!TryParseList(list))
                return lists;
            list.Text = text.Substring(start, token.Position - start).Trim();
            lists.Add(list);
            switch (token.Kind)
            {
                case TokenKind.And:
                    list.IsBackground = true;
                    break;
                case TokenKind.Semicolon or TokenKind.Newline or TokenKind.End:
                    break;
                default:
                    Unexpected();
                    return lists;
            }

            if (token.Kind != TokenKind.End && !Advance())
                return lists;
        }
    }

    private bool TryParseList(AndOrList list)
    {
        Condition condition = Condition.Always;
        while (true)
        {
            var pipeline = new Pipeline();
            if (!TryParsePipeline(pipeline))
                return false;
            list.Pipelines.Add(new ConditionalPipeline(condition, pipeline));
            if (token.Kind is not (TokenKind.AndAnd or TokenKind.OrOr))
                return true;
            condition = token.Kind == TokenKind.AndAnd ? Condition.Success : Condition.Failure;
            if (!Advance() || !SkipNewlines())
                return false;
        }
    }

    private bool TryParsePipeline(Pipeline pipeline)
    {
        while (token is { Kind: TokenKind.Word, Word.Plain: "!" })
        {
            pipeline.IsNegated = !pipeline.IsNegated;
            if (!Advance())
                return false;
        }

        int start = token.Position;
        while (true)
        {
            var command = new SimpleCommand();
            if (!TryParseCommand(command))
                return false;
            pipeline.Commands.Add(command);
            if (token.Kind != TokenKind.Pipe)
                break;
            if (!Advance() || !SkipNewlines())
                return false;
        }

        return pipeline.Commands.Count <= LongestPipeline || Fail($"a pipeline has at most {LongestPipeline} commands", start);
    }

    private bool TryParseCommand(SimpleCommand command)
    {
        while (true)
        {
            switch (token.Kind)
            {
                case TokenKind.Word:
                    if (command.Words.Count > 0 || !TryTakeAssignment(command, token.Word!))
                        command.Words.Add(token.Word!);
                    break;
                case TokenKind.Less or TokenKind.Greater or TokenKind.GreaterGreater:
                    if (!TryParseRedirection(command))
                        return false;
                    break;
                default:
                    return !command.IsEmpty || Unexpected();
            }

            if (!Advance())
                return false;
        }
    }

    private bool TryParseRedirection(SimpleCommand command)
    {
        TokenKind kind = token.Kind;
        int position = token.Position;
        if (!Advance())
            return false;
        if (token.Kind != TokenKind.Word)
            return Fail($"a file's name is missing after '{TextOf(kind)}'", position);
        RedirectionKind redirection = kind switch
        {
            TokenKind.Less => RedirectionKind.Input,
            TokenKind.Greater => RedirectionKind.Output,
            _ => RedirectionKind.Append,
        };
        command.Redirections.Add(new Redirection(redirection, token.Word!));
        return true;
    }

    /// <summary>A word whose beginning is a name and "=", not quoted.</summary>
    private static bool TryTakeAssignment(SimpleCommand command, Word word)
    {
        WordPart first = word.Parts[0];
        int equals = first.Kind == PartKind.Text && !first.IsQuoted ? first.Text.IndexOf('=') : -1;
        if (equals < 1 || !VariableName.IsValid(first.Text.Substring(0, equals)))
            return false;
        var value = new Word(word.Position);
        value.Add(PartKind.Text, first.Text.Substring(equals + 1), isQuoted: false);
        for (int i = 1; i < word.Parts.Count; i++)
            value.Parts.Add(word.Parts[i]);
        command.Assignments.Add(new Assignment(first.Text.Substring(0, equals), value));
        return true;
    }

    private bool Advance()
    {
        if (lexer.TryRead(out token))
            return true;
        error = lexer.Error;
        return false;
    }

    private bool SkipNewlines()
    {
        while (token.Kind == TokenKind.Newline)
        {
            if (!Advance())
                return false;
        }

        return true;
    }

    private bool Fail(string message, int position, bool isIncomplete = false)
    {
        error = new SyntaxError(message, position, isIncomplete);
        return false;
    }

    /// <summary>A command was expected. Where the text is over, the rest may follow on the next line.</summary>
    private bool Unexpected() => token.Kind switch
    {
        TokenKind.End => Fail("a command is missing at the end", token.Position, isIncomplete: true),
        TokenKind.Newline => Fail("a command is missing at the end of the line", token.Position),
        TokenKind.Word => Fail($"unexpected '{text.Substring(token.Position, token.End - token.Position)}'", token.Position),
        _ => Fail($"unexpected '{TextOf(token.Kind)}'", token.Position),
    };

    private static string TextOf(TokenKind kind) => kind switch
    {
        TokenKind.Pipe => "|",
        TokenKind.And => "&",
        TokenKind.AndAnd => "&&",
        TokenKind.OrOr => "||",
        TokenKind.Semicolon => ";",
        TokenKind.Less => "<",
        TokenKind.Greater => ">",
        TokenKind.GreaterGreater => ">>",
        _ => "end",
    };
}
