using System.Collections.Generic;
using System.Text;

namespace Euralios.Shell;

/// <summary>
/// From words as they were typed to the words that a program gets: <c>~</c>, variables, splitting of what came from variables without quotes at
/// white space, and patterns of names, in this order. A pattern that finds nothing stays as it is.
/// </summary>
internal sealed class Expander(IExpansionSource source)
{
    private readonly List<string> fields = [];

    /// <summary>The field in the making, as a pattern: what is quoted has a backslash before it.</summary>
    private readonly StringBuilder field = new();
    private bool isField;

    /// <summary>All words, each of which becomes none, one or several.</summary>
    internal List<string> Expand(List<Word> words)
    {
        fields.Clear();
        foreach (Word word in words)
            ExpandOne(word);
        return fields.GetRange(0, fields.Count);
    }

    /// <summary>A word that stays one, whatever is in it: a variable's value.</summary>
    internal string ExpandToText(Word word)
    {
        var text = new StringBuilder();
        for (int i = 0; i < word.Parts.Count; i++)
        {
            WordPart part = word.Parts[i];
            if (part.Kind == PartKind.Variable)
                text.Append(Value(part.Text));
            else
                text.Append(part.IsQuoted || i > 0 ? part.Text : WithHome(part.Text));
        }

        return text.ToString();
    }

    private void ExpandOne(Word word)
    {
        for (int i = 0; i < word.Parts.Count; i++)
        {
            WordPart part = word.Parts[i];
            if (part.Kind == PartKind.Text)
                AddText(part.Text, part.IsQuoted, isFirst: i == 0);
            else if (part.Text == "@" && part.IsQuoted)
                AddArguments();
            else if (part.IsQuoted)
                AddQuoted(Value(part.Text));
            else
                AddSplit(Value(part.Text));
        }

        EndField();
    }

    private string Value(string name) => name is "@" or "*" ? string.Join(" ", source.Arguments) : source.GetVariable(name) ?? "";

    private string WithHome(string text)
    {
        bool isHome = text == "~" || text.StartsWith("~/");
        return isHome && source.GetVariable("HOME") is { Length: > 0 } home ? home + text.Substring(1) : text;
    }

    private void AddText(string text, bool isQuoted, bool isFirst)
    {
        isField = true;
        string expanded = isQuoted || !isFirst ? text : WithHome(text);
        if (isQuoted)
            AddQuoted(text);
        else if (expanded != text)
            AddQuoted(expanded);
        else
            field.Append(text);
    }

    private void AddQuoted(string text)
    {
        isField = true;
        foreach (char character in text)
        {
            if (character is '*' or '?' or '[' or ']' or '\\' or '-' or '!' or '^')
                field.Append('\\');
            field.Append(character);
        }
    }

    /// <summary>What stands between white space is a field each.</summary>
    private void AddSplit(string text)
    {
        foreach (char character in text)
        {
            if (character is ' ' or '\t' or '\n')
            {
                EndField();
                continue;
            }

            isField = true;
            if (character == '\\')
                field.Append('\\');
            field.Append(character);
        }
    }

    private void AddArguments()
    {
        for (int i = 0; i < source.Arguments.Count; i++)
        {
            if (i > 0)
                EndField();
            AddQuoted(source.Arguments[i]);
        }
    }

    private void EndField()
    {
        if (!isField)
            return;
        string pattern = field.ToString();
        field.Clear();
        isField = false;
        if (!Glob.IsPattern(pattern) || !Glob.Find(pattern, source, fields))
            fields.Add(Glob.Unescape(pattern));
    }
}
