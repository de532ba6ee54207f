using System;

namespace Euralios.Programs.Edit;

/// <summary>The first row: the file, whether it has changed, what became of the last key or which keys there are, and where the cursor is; or a question.</summary>
internal static class StatusBar
{
    private const string Changed = " changed";

    /// <summary>The keys, the more important ones first: those for which there is no room are left out.</summary>
    private static ReadOnlySpan<char> Help => "^S Save  ^Q Quit  ^F Find  ^Z Undo  ^G Line  ^X Cut  ^C Copy  ^V Paste  ^R Replace  ^Y Redo";

    internal static void Draw(Screen screen, Editor editor, int line, int column)
    {
        for (int i = 0; i < screen.Columns; i++)
            screen.Put(0, i, ' ', Style.Bar);
        if (editor.Dialogue is { } dialogue)
            DrawQuestion(screen, dialogue);
        else
            DrawFile(screen, editor, $"{line + 1}:{column + 1} ");
    }

    private static void DrawFile(Screen screen, Editor editor, string place)
    {
        int end = screen.Columns - place.Length;

        // Of a long path the end says more.
        ReadOnlySpan<char> path = editor.Path;
        int room = Math.Max(1, end - Changed.Length - 4);
        if (path.Length > room)
            path = path.Slice(path.Length - room);
        int at = screen.Put(0, 2, path, Style.Bar);
        if (editor.Document.IsChanged)
            screen.Put(0, at, Changed, Style.BarChanged);
        at += Changed.Length + 2;
        if (editor.Message.Length > 0)
            screen.Put(0, at, Fitting(editor.Message, end - at - 1, ""), Style.BarMessage);
        else
            screen.Put(0, at, Fitting(Help, end - at - 1, "  "), Style.Bar);
        screen.Put(0, end, place, Style.Bar);
    }

    private static void DrawQuestion(Screen screen, Dialogue dialogue)
    {
        int at = screen.Put(0, 2, dialogue.Label, Style.BarChanged) + 1;
        if (dialogue.Answer is { } answer)
        {
            // The end of it is seen, where the cursor is.
            ReadOnlySpan<char> shown = answer;
            int room = Math.Max(1, screen.Columns - at - 1);
            if (shown.Length > room)
                shown = shown.Slice(shown.Length - room);
            at = screen.Put(0, at, shown, Style.BarMessage);
            screen.CursorRow = 0;
            screen.CursorColumn = Math.Min(at, screen.Columns - 1);
        }

        at += 2;
        screen.Put(0, at, Fitting(dialogue.Hint, screen.Columns - at - 1, "  "), Style.Bar);
    }

    /// <summary>As much of a text as there is room for, cut only where a separator is.</summary>
    private static ReadOnlySpan<char> Fitting(ReadOnlySpan<char> text, int room, ReadOnlySpan<char> separator)
    {
        if (text.Length <= room)
            return text;
        text = text.Slice(0, Math.Max(room, 0));
        int end = separator.IsEmpty ? text.Length : text.LastIndexOf(separator);
        return text.Slice(0, Math.Max(end, 0));
    }
}
