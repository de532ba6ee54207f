using System;
using System.Collections.Generic;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>A question in the bar, which takes the keys until it is answered.</summary>
internal abstract class Dialogue
{
    /// <summary>The question.</summary>
    internal abstract string Label { get; }

    /// <summary>What was typed; null where one key answers.</summary>
    internal virtual string? Answer => null;

    /// <summary>Which keys there are.</summary>
    internal virtual string Hint => "";

    /// <summary>A key was pressed. The dialogue closes itself.</summary>
    internal abstract void Press(Editor editor, Keystroke key);
}

/// <summary>A question that is answered by a line of text.</summary>
internal abstract class TextDialogue : Dialogue
{
    private readonly List<byte> typed = [];

    internal override string? Answer => Text.FromUtf8(Bytes);

    internal byte[] Bytes => typed.ToArray();

    internal override void Press(Editor editor, Keystroke key)
    {
        if (key.Key == ConsoleKey.Escape)
        {
            Cancel(editor);
        }
        else if (key.Key == ConsoleKey.Enter)
        {
            Accept(editor);
        }
        else if (key.Key == ConsoleKey.Backspace)
        {
            if (typed.Count == 0)
                return;
            int length = CodePoint.LengthOfLast(Bytes);
            typed.RemoveRange(typed.Count - length, length);
            Changed(editor);
        }
        else if (key.Is('U'))
        {
            typed.Clear();
            Changed(editor);
        }
        else if (key.Character != 0)
        {
            Type(key.Character);
            Changed(editor);
        }
    }

    private protected void SetAnswer(ReadOnlySpan<byte> bytes)
    {
        typed.Clear();
        foreach (byte value in bytes)
            typed.Add(value);
    }

    private protected virtual void Cancel(Editor editor) => editor.CloseDialogue();

    private protected abstract void Accept(Editor editor);

    private protected virtual void Changed(Editor editor)
    {
    }

    private void Type(uint character)
    {
        Span<byte> bytes = stackalloc byte[CodePoint.Longest];
        foreach (byte value in bytes.Slice(0, CodePoint.Encode(character, bytes)))
            typed.Add(value);
    }
}
