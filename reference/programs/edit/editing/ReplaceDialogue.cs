using System;

namespace Euralios.Programs.Edit;

/// <summary>
/// Asks what to replace and by what, then at each match, from the cursor on and behind the end on from the beginning, whether to.
/// </summary>
internal sealed class ReplaceDialogue : TextDialogue
{
    private TextSearch? search;
    private byte[] replacement = [];
    private Step step;

    // Where it began, and whether it has come to the text's end since.
    private int origin;
    private bool isWrapped;
    private int count;

    private enum Step
    {
        Pattern,
        Replacement,
        Question,
    }

    internal override string Label => step switch
    {
        Step.Pattern => "Replace:",
        Step.Replacement => "By:",
        _ => "Replace this one?",
    };

    internal override string? Answer => step == Step.Question ? null : base.Answer;

    internal override string Hint => step == Step.Question ? "y yes  n no  a all  Esc end" : "";

    internal override void Press(Editor editor, Keystroke key)
    {
        if (step != Step.Question)
            base.Press(editor, key);
        else if (key.Character is 'y' or 'Y')
            Replace(editor, all: false);
        else if (key.Character is 'a' or 'A')
            Replace(editor, all: true);
        else if (key.Character is 'n' or 'N')
            Next(editor, editor.MatchStart + 1);
        else if (key.Key == ConsoleKey.Escape)
            End(editor);
    }

    private protected override void Accept(Editor editor)
    {
        byte[] typed = Bytes;
        if (step == Step.Replacement)
        {
            step = Step.Question;
            replacement = typed;
            origin = editor.Document.Cursor;
            Next(editor, origin);
        }
        else if (typed.Length == 0)
        {
            editor.CloseDialogue();
        }
        else
        {
            editor.LastPattern = typed;
            search = new TextSearch(typed);
            step = Step.Replacement;
            SetAnswer(default);
        }
    }

    private void Replace(Editor editor, bool all)
    {
        bool isMore = false;
        editor.Document.Together(() =>
        {
            do
            {
                Substitute(editor);
                isMore = TryNext(editor, editor.Document.Cursor);
            }
            while (all && isMore);
        });
        if (!isMore)
            End(editor);
    }

    private void Substitute(Editor editor)
    {
        editor.Document.Change(editor.MatchStart, editor.MatchLength, replacement);
        editor.Document.Cursor = editor.MatchStart + replacement.Length;
        count++;
        if (isWrapped)
            origin += replacement.Length - editor.MatchLength;
    }

    private void Next(Editor editor, int from)
    {
        if (!TryNext(editor, from))
            End(editor);
    }

    /// <summary>Goes to the next match. Behind the end it goes on from the beginning, once, up to where it began.</summary>
    private bool TryNext(Editor editor, int from)
    {
        TextBuffer text = editor.Document.Text;
        int match = search!.Next(text, from);
        if (match < 0 && !isWrapped)
        {
            isWrapped = true;
            match = search.Next(text, 0);
        }

        if (match < 0 || (isWrapped && match + search.Length > origin))
            return false;
        editor.Document.Anchor = -1;
        editor.Document.Cursor = match;
        editor.MatchStart = match;
        editor.MatchLength = search.Length;
        return true;
    }

    private void End(Editor editor)
    {
        editor.CloseDialogue();
        editor.Message = count == 0 ? "Nothing replaced" : $"{count} replaced";
    }
}
