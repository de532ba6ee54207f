using System;

namespace Euralios.Programs.Edit;

/// <summary>Incremental search: the cursor goes along with what is typed, from where it was at first; behind the text's end on from its beginning.</summary>
internal sealed class SearchDialogue(Editor editor) : TextDialogue
{
    private readonly int origin = editor.Document.Cursor;
    private bool isMissing;

    internal override string Label => isMissing ? "Not found:" : "Find:";

    internal override string Hint => "arrows next, previous  Enter stay  Esc back";

    internal override void Press(Editor editor, Keystroke key)
    {
        if (key.Key is ConsoleKey.DownArrow or ConsoleKey.RightArrow || key.Is('F'))
            Continue(editor, isForward: true);
        else if (key.Key is ConsoleKey.UpArrow or ConsoleKey.LeftArrow)
            Continue(editor, isForward: false);
        else
            base.Press(editor, key);
    }

    private protected override void Changed(Editor editor) => Show(editor, origin, isForward: true);

    private protected override void Cancel(Editor editor)
    {
        editor.Document.Cursor = origin;
        Remember(editor);
        editor.CloseDialogue();
    }

    private protected override void Accept(Editor editor)
    {
        Remember(editor);
        editor.CloseDialogue();
    }

    private void Remember(Editor editor)
    {
        if (Bytes.Length > 0)
            editor.LastPattern = Bytes;
    }

    /// <summary>Goes to another match; where nothing has been typed, of what was looked for last.</summary>
    private void Continue(Editor editor, bool isForward)
    {
        int cursor = editor.Document.Cursor;
        if (Bytes.Length == 0)
            SetAnswer(editor.LastPattern);
        else if (isForward)
            cursor++;
        Show(editor, cursor, isForward);
    }

    private void Show(Editor editor, int from, bool isForward)
    {
        TextBuffer text = editor.Document.Text;
        var search = new TextSearch(Bytes);
        int match = isForward ? search.Next(text, from) : search.Previous(text, from);
        if (match < 0)
            match = isForward ? search.Next(text, 0) : search.Previous(text, text.Length);
        isMissing = match < 0 && search.Length > 0;
        editor.Document.Anchor = -1;
        editor.Document.Cursor = match < 0 ? origin : match;
        editor.MatchStart = editor.Document.Cursor;
        editor.MatchLength = match < 0 ? 0 : search.Length;
    }
}
