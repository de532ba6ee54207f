using System.Text;

namespace Euralios.Shell;

/// <summary>From a text to words and operators. Quotes and backslashes are resolved here, variables are not.</summary>
internal sealed class Lexer(string text)
{
    private int at;

    // The word in the making: text that is not a part yet.
    private readonly StringBuilder pending = new();
    private bool isPendingQuoted;
    private bool isPending;

    /// <summary>What is wrong, after <see cref="TryRead"/> returned false.</summary>
    internal SyntaxError? Error { get; private set; }

    internal bool TryRead(out Token token)
    {
        SkipSpace();
        int start = at;
        token = new Token(TokenKind.End, start, start);
        if (at == text.Length)
            return true;
        switch (text[at])
        {
            case '\n':
                return Take(TokenKind.Newline, 1, out token);
            case ';':
                return Next(';') ? Fail("';;' is not supported", start) : Take(TokenKind.Semicolon, 1, out token);
            case '|':
                return Next('|') ? Take(TokenKind.OrOr, 2, out token) : Take(TokenKind.Pipe, 1, out token);
            case '&':
                if (Next('>'))
                    return Fail("'&>' is not supported: a program has one output, and no handle 2", start);
                return Next('&') ? Take(TokenKind.AndAnd, 2, out token) : Take(TokenKind.And, 1, out token);
            case '<':
                return Next('<') ? Fail("'<<' is not supported", start) : Take(TokenKind.Less, 1, out token);
            case '>':
                if (Next('&'))
                    return Fail("'>&' is not supported: a program has one output, and no handle 2", start);
                return Next('>') ? Take(TokenKind.GreaterGreater, 2, out token) : Take(TokenKind.Greater, 1, out token);
            case '(' or ')':
                return Fail($"'{text[at]}' is not supported; quote it if it is meant as a character", start);
            default:
                return TryReadWord(start, out token);
        }
    }

    private static bool IsOperator(char character) => character is '|' or '&' or ';' or '<' or '>' or '(' or ')' or '\n';

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r';

    private static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private bool Next(char character) => at + 1 < text.Length && text[at + 1] == character;

    private bool Take(TokenKind kind, int length, out Token token)
    {
        token = new Token(kind, at, at + length);
        at += length;
        return true;
    }

    private bool Fail(string message, int position, bool isIncomplete = false)
    {
        Error = new SyntaxError(message, position, isIncomplete);
        return false;
    }

    /// <summary>Spaces, comments, and line ends behind a backslash.</summary>
    private void SkipSpace()
    {
        while (at < text.Length)
        {
            if (IsSpace(text[at]))
                at++;
            else if (text[at] == '\\' && Next('\n'))
                at += 2;
            else if (text[at] == '#')
                SkipLine();
            else
                return;
        }
    }

    private void SkipLine()
    {
        while (at < text.Length && text[at] != '\n')
            at++;
    }

    private bool TryReadWord(int start, out Token token)
    {
        token = default;
        var word = new Word(start);
        while (at < text.Length && !IsSpace(text[at]) && !IsOperator(text[at]))
        {
            bool isRead = text[at] switch
            {
                '\'' => TryReadSingleQuotes(word),
                '"' => TryReadDoubleQuotes(word),
                '\\' => TryReadBackslash(word),
                '$' => TryReadDollar(word, isQuoted: false),
                '`' => Fail("'`' is not supported; quote it if it is meant as a character", at),
                _ => AddCharacter(word, text[at++], isQuoted: false),
            };
            if (!isRead)
                return false;
        }

        EndPart(word);
        if (at < text.Length && text[at] is '<' or '>' && word.Plain is { } number && IsNumber(number))
        {
            if (number != (text[at] == '<' ? "0" : "1"))
                return Fail($"'{number}{text[at]}' is not supported: a program has the handles 0, its input, and 1, its output, and no handle 2", start);

            // What is before the operator is what it means anyway.
            return TryRead(out token);
        }

        token = new Token(TokenKind.Word, start, at, word);
        return true;
    }

    private static bool IsNumber(string word)
    {
        foreach (char character in word)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }

    private bool TryReadSingleQuotes(Word word)
    {
        int start = at;
        int end = text.IndexOf('\'', at + 1);
        if (end < 0)
            return Fail("the quote ' is not closed", start, isIncomplete: true);
        AddText(word, text.Substring(start + 1, end - start - 1), isQuoted: true);
        at = end + 1;
        return true;
    }

    private bool TryReadDoubleQuotes(Word word)
    {
        int start = at++;
        AddText(word, "", isQuoted: true);
        while (at < text.Length)
        {
            char character = text[at];
            if (character == '"')
            {
                at++;
                return true;
            }

            if (character == '$')
            {
                if (!TryReadDollar(word, isQuoted: true))
                    return false;
            }
            else if (character == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                if (text[at + 1] != '\n')
                    AddCharacter(word, text[at + 1], isQuoted: true);
                at += 2;
            }
            else if (character == '`')
            {
                return Fail("'`' is not supported; quote it if it is meant as a character", at);
            }
            else
            {
                AddCharacter(word, text[at++], isQuoted: true);
            }
        }

        return Fail("the quote \" is not closed", start, isIncomplete: true);
    }

    private bool TryReadBackslash(Word word)
    {
        if (at + 1 == text.Length)
            return Fail("nothing follows the '\\'", at, isIncomplete: true);
        if (text[at + 1] != '\n')
            AddCharacter(word, text[at + 1], isQuoted: true);
        at += 2;
        return true;
    }

    /// <summary><c>$NAME</c>, <c>${NAME}</c>, <c>$1</c>, <c>$?</c> and their like; any other dollar is a character.</summary>
    private bool TryReadDollar(Word word, bool isQuoted)
    {
        int start = at++;
        char next = at < text.Length ? text[at] : ' ';
        if (next == '(')
            return Fail("'$(' is not supported", start);
        bool isBraced = next == '{';
        int nameStart = isBraced ? at + 1 : at;
        int end = nameStart;
        if (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '?' or '#' or '@' or '*'))
        {
            end++;
        }
        else if (end < text.Length && IsNameStart(text[end]))
        {
            while (end < text.Length && (IsNameStart(text[end]) || char.IsAsciiDigit(text[end])))
                end++;
        }

        if (isBraced && (end == nameStart || end == text.Length || text[end] != '}'))
        {
            bool isOpen = text.IndexOf('}', start) < 0;
            return Fail(isOpen ? "the '${' is not closed" : "between '${' and '}' only a name may stand", start, isOpen);
        }

        if (end == nameStart)
            return AddCharacter(word, '$', isQuoted);
        EndPart(word);
        word.Add(PartKind.Variable, text.Substring(nameStart, end - nameStart), isQuoted);
        at = isBraced ? end + 1 : end;
        return true;
    }

    private bool AddCharacter(Word word, char character, bool isQuoted)
    {
        Begin(word, isQuoted);
        pending.Append(character);
        return true;
    }

    private void AddText(Word word, string value, bool isQuoted)
    {
        Begin(word, isQuoted);
        pending.Append(value);
    }

    /// <summary>Goes on with the part in the making, or ends it where what follows is quoted otherwise.</summary>
    private void Begin(Word word, bool isQuoted)
    {
        if (isPending && isPendingQuoted != isQuoted)
            EndPart(word);
        isPending = true;
        isPendingQuoted = isQuoted;
    }

    private void EndPart(Word word)
    {
        if (isPending)
            word.Add(PartKind.Text, pending.ToString(), isPendingQuoted);
        pending.Clear();
        isPending = false;
    }
}
