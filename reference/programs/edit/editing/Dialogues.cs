using System;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>Asks for a line's number.</summary>
internal sealed class LineDialogue : TextDialogue
{
    internal override string Label => "Go to line:";

    internal override void Press(Editor editor, Keystroke key)
    {
        if (key.Character is 0 or (>= '0' and <= '9'))
            base.Press(editor, key);
    }

    private protected override void Accept(Editor editor)
    {
        editor.CloseDialogue();
        if (int.TryParse(Answer, out int line))
            editor.GoToLine(line);
        else if (Bytes.Length > 0)
            editor.GoToLine(int.MaxValue);
    }
}

/// <summary>Asks under which name to save.</summary>
internal sealed class NameDialogue : TextDialogue
{
    private bool isReplacing;

    internal NameDialogue(string path) => SetAnswer(Text.ToUtf8(path));

    internal override string Label => isReplacing ? "There is such a file. Replace it?" : "Save as:";

    internal override string? Answer => isReplacing ? null : base.Answer;

    internal override string Hint => isReplacing ? "y yes  any other key no" : "Enter save  Esc do not";

    internal override void Press(Editor editor, Keystroke key)
    {
        if (!isReplacing)
        {
            base.Press(editor, key);
            return;
        }

        editor.CloseDialogue();
        if (key.Character is 'y' or 'Y')
            editor.TrySave(base.Answer!);
    }

    private protected override void Accept(Editor editor)
    {
        string path = base.Answer!;
        isReplacing = editor.WouldReplace(path);
        if (isReplacing)
            return;
        editor.CloseDialogue();
        if (path.Length > 0)
            editor.TrySave(path);
    }
}

/// <summary>Asks whether to leave though there are changes.</summary>
internal sealed class QuitDialogue : Dialogue
{
    internal override string Label => "Changes are not saved. Quit?";

    internal override string Hint => "y or ^Q quit  s save and quit  any other key stay";

    internal override void Press(Editor editor, Keystroke key)
    {
        editor.CloseDialogue();
        if (key.Character is 'y' or 'Y' || key.Is('Q'))
            editor.IsFinished = true;
        else if (key.Character is 's' or 'S')
            editor.IsFinished = editor.TrySave(editor.Path);
    }
}
