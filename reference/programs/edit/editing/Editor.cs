using System;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>
/// What keys do to a document. While a <see cref="Dialogue"/> is open it takes the keys. Nothing here knows of a screen: the view shows what is here.
/// </summary>
internal sealed partial class Editor
{
    private readonly IFileStore store;
    private readonly KeyReader keys = new();

    /// <summary>The column in which the cursor would be if all lines were long enough, while it goes up and down; -1 for its own.</summary>
    private int wantedColumn = -1;

    /// <summary>An editor of one file.</summary>
    /// <param name="path">The file's name.</param>
    /// <param name="contents">What is in it; the array must not change any more.</param>
    /// <param name="store">Where it is saved.</param>
    internal Editor(string path, byte[] contents, IFileStore store)
    {
        Path = path;
        this.store = store;
        Document = new Document(path, contents);
    }

    internal Document Document { get; }

    internal string Path { get; private set; }

    /// <summary>What is asked at the moment.</summary>
    internal Dialogue? Dialogue { get; private set; }

    /// <summary>What became of the last key, if that must be said.</summary>
    internal string Message { get; set; } = "";

    /// <summary>Whether the person has left.</summary>
    internal bool IsFinished { get; set; }

    /// <summary>Whether the whole screen is to be written anew.</summary>
    internal bool WantsRedraw { get; set; }

    /// <summary>How many lines a page has.</summary>
    internal int PageRows { get; set; } = 24;

    /// <summary>Lines by which the view is to move together with the cursor.</summary>
    internal int PageScroll { get; set; }

    /// <summary>What a search has found: its place, and its length in bytes; 0 for nothing.</summary>
    internal int MatchStart { get; set; }

    internal int MatchLength { get; set; }

    /// <summary>What was looked for last.</summary>
    internal byte[] LastPattern { get; set; } = [];

    /// <summary>A key was pressed.</summary>
    internal void Press(ConsoleKeyInfo info)
    {
        if (!keys.TryTake(info, out Keystroke key))
            return;
        Message = "";
        if (Dialogue is not null)
            Dialogue.Press(this, key);
        else
            Press(key);
    }

    internal void Open(Dialogue dialogue) => Dialogue = dialogue;

    internal void CloseDialogue()
    {
        Dialogue = null;
        MatchLength = 0;
    }

    /// <summary>Goes to the beginning of a line, counted from 1.</summary>
    internal void GoToLine(int number)
    {
        Document.Anchor = -1;
        Document.Cursor = Document.Text.LineStart(Math.Clamp(number, 1, Document.Text.LineCount) - 1);
    }

    /// <summary>Whether a path is another file's that is there.</summary>
    internal bool WouldReplace(string path) => path != Path && store.Exists(path);

    /// <summary>Saves, and says so.</summary>
    internal bool TrySave(string path)
    {
        if (!store.TrySave(path, Document.Text, out Error error))
        {
            Message = $"Not saved: {error.Text()}";
            return false;
        }

        Path = path;
        Document.Saved(path);
        Message = $"{Document.Text.Length} bytes saved";
        return true;
    }

    private void Press(Keystroke key)
    {
        bool isVertical = key.Key is ConsoleKey.UpArrow or ConsoleKey.DownArrow or ConsoleKey.PageUp or ConsoleKey.PageDown;
        if (!isVertical)
            wantedColumn = -1;
        if (key.Character != 0)
            Type(key.Character);
        else if (key.IsControl && key.Key is >= ConsoleKey.A and <= ConsoleKey.Z)
            Command((char)key.Key);
        else if (!TryMove(key))
            Edit(key);
    }

    private void Command(char letter)
    {
        switch (letter)
        {
            case 'A':
                Document.Anchor = 0;
                Document.Cursor = Document.Text.Length;
                break;
            case 'C':
                Copy();
                break;
            case 'D':
                DuplicateLine();
                break;
            case 'E':
                ToggleComment();
                break;
            case 'F':
                Open(new SearchDialogue(this));
                break;
            case 'G':
                Open(new LineDialogue());
                break;
            case 'K':
                DeleteLine();
                break;
            case 'L':
                WantsRedraw = true;
                break;
            case 'O':
                Open(new NameDialogue(Path));
                break;
            case 'Q' when Document.IsChanged:
                Open(new QuitDialogue());
                break;
            case 'Q':
                IsFinished = true;
                break;
            case 'R':
                Open(new ReplaceDialogue());
                break;
            case 'S':
                TrySave(Path);
                break;
            case 'V':
                Paste();
                break;
            case 'X':
                Cut();
                break;
            case 'Y':
                Message = Document.TryRedo() ? "" : "Nothing to redo";
                break;
            case 'Z':
                Message = Document.TryUndo() ? "" : "Nothing to undo";
                break;
        }
    }
}
