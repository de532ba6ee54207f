using System;
using Euralios.Tools;

namespace Euralios.Shell;

/// <summary>What a line has come to after a key.</summary>
internal enum EditState
{
    Editing,

    /// <summary>Enter.</summary>
    Finished,

    /// <summary>Ctrl-C: the line is dropped.</summary>
    Cancelled,

    /// <summary>Ctrl-D in an empty line.</summary>
    EndOfInput,
}

/// <summary>
/// A line of commands as it is typed. Keys go in by <see cref="Press"/>; what the terminal is to show comes out by <see cref="TakeOutput"/>. It touches
/// nothing else.
/// </summary>
/// <remarks>
/// Arrows, Home, End, Ctrl-A, -E, -B, -F: the cursor. Ctrl with an arrow: words. Backspace, Delete, Ctrl-D: a character; Ctrl-W, -U, -K: a word, to the start,
/// to the end; Ctrl-Y: puts back what these took. Up, down, Ctrl-P, -N: history; Ctrl-R: search. Tab: completion. Ctrl-L: clears the screen.
/// </remarks>
internal sealed class CommandEditor(History history, ICompletionSource completions)
{
    /// <summary>More is not taken.</summary>
    internal const int Longest = 4096;

    private readonly LineBuffer buffer = new();
    private readonly LineView view = new();
    private string prompt = "";
    private int promptWidth;
    private int columns;
    private int longest = Longest;

    // In the history: the place, and what was typed before.
    private int place;
    private string typed = "";

    private string cut = "";
    private bool wasTab;

    // The search: its text, null when there is none, and the place of what it found.
    private string? search;
    private int found;

    /// <summary>The line.</summary>
    internal string Line => buffer.Text;

    /// <summary>Takes what is to be written to the terminal.</summary>
    internal string TakeOutput() => view.TakeOutput();

    /// <summary>Begins a line.</summary>
    /// <param name="newPrompt">The prompt with its colours.</param>
    /// <param name="width">How many cells it takes.</param>
    /// <param name="newColumns">The terminal's columns.</param>
    /// <param name="rows">Its rows: a line is not longer than the screen.</param>
    internal void Begin(string newPrompt, int width, int newColumns, int rows)
    {
        prompt = newPrompt;
        promptWidth = width;
        columns = newColumns;
        longest = Math.Min(Longest, Math.Max(1, (newColumns * rows) - width - 1));
        buffer.Set("");
        place = history.Count;
        typed = "";
        wasTab = false;
        search = null;
        view.Begin(newPrompt, width, newColumns);
    }

    /// <summary>Takes a key.</summary>
    internal EditState Press(ConsoleKeyInfo key)
    {
        if (search is not null && PressInSearch(key))
            return EditState.Editing;
        bool isTab = key.Key == ConsoleKey.Tab;
        if (!isTab)
            wasTab = false;
        EditState state = (key.Modifiers & ConsoleModifiers.Control) != 0 ? PressWithControl(key) : PressAlone(key);
        if (state == EditState.Editing && search is null)
            view.Show(buffer.Text, buffer.Cursor);
        wasTab = isTab;
        return state;
    }

    private EditState PressAlone(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return Finish();
            case ConsoleKey.LeftArrow:
                buffer.Left();
                break;
            case ConsoleKey.RightArrow:
                buffer.Right();
                break;
            case ConsoleKey.Home:
                buffer.MoveTo(0);
                break;
            case ConsoleKey.End:
                buffer.MoveToEnd();
                break;
            case ConsoleKey.UpArrow:
                GoTo(place - 1);
                break;
            case ConsoleKey.DownArrow:
                GoTo(place + 1);
                break;
            case ConsoleKey.Backspace:
                buffer.DeleteLeft();
                break;
            case ConsoleKey.Delete:
                buffer.DeleteRight();
                break;
            case ConsoleKey.Tab when key.Modifiers == 0:
                Complete();
                break;
            default:
                if (key.KeyChar >= ' ' && !char.IsControl(key.KeyChar) && buffer.Length < longest)
                    buffer.Insert(key.KeyChar.ToString());
                break;
        }

        return EditState.Editing;
    }

    private EditState PressWithControl(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.A:
                buffer.MoveTo(0);
                break;
            case ConsoleKey.E:
                buffer.MoveToEnd();
                break;
            case ConsoleKey.B:
                buffer.Left();
                break;
            case ConsoleKey.F:
                buffer.Right();
                break;
            case ConsoleKey.LeftArrow:
                buffer.WordLeft();
                break;
            case ConsoleKey.RightArrow:
                buffer.WordRight();
                break;
            case ConsoleKey.C:
                view.Show(buffer.Text, buffer.Length);
                view.Write("^C");
                view.Leave();
                return EditState.Cancelled;
            case ConsoleKey.D when buffer.Length == 0:
                view.Leave();
                return EditState.EndOfInput;
            case ConsoleKey.D:
                buffer.DeleteRight();
                break;
            case ConsoleKey.K:
                cut = buffer.CutToEnd();
                break;
            case ConsoleKey.U:
                cut = buffer.CutToStart();
                break;
            case ConsoleKey.W:
                cut = buffer.CutWord();
                break;
            case ConsoleKey.Y when buffer.Length + cut.Length <= longest:
                buffer.Insert(cut);
                break;
            case ConsoleKey.P:
                GoTo(place - 1);
                break;
            case ConsoleKey.N:
                GoTo(place + 1);
                break;
            case ConsoleKey.L:
                view.Write("\e[2J\e[H");
                view.Again(buffer.Text, buffer.Cursor);
                break;
            case ConsoleKey.R:
                search = "";
                found = history.Count;
                ShowSearch();
                break;
        }

        return EditState.Editing;
    }

    private EditState Finish()
    {
        view.Show(buffer.Text, buffer.Length);
        view.Leave();
        return EditState.Finished;
    }

    /// <summary>Goes to a line of the history; behind its end is what was being typed.</summary>
    private void GoTo(int index)
    {
        if (index < 0 || index > history.Count)
            return;
        if (place == history.Count)
            typed = buffer.Text;
        place = index;
        buffer.Set(index == history.Count ? typed : history[index]);
    }

    private void Complete()
    {
        Completion completion = Completion.Of(buffer.BeforeCursor, completions);
        if (completion.Replacement is { } replacement)
        {
            if (completion.Start + replacement.Length <= longest)
                buffer.ReplaceFrom(completion.Start, replacement);
        }
        else if (wasTab && completion.Candidates.Count > 0)
        {
            int cursor = buffer.Cursor;
            view.Show(buffer.Text, buffer.Length);
            view.Leave();
            view.Write(Columns.Arrange(completion.Candidates, columns));
            view.Again(buffer.Text, cursor);
        }
    }

    /// <summary>A key during a search; false where it ends the search and is meant for the line that was found.</summary>
    private bool PressInSearch(ConsoleKeyInfo key)
    {
        bool isControl = (key.Modifiers & ConsoleModifiers.Control) != 0;
        if (isControl && key.Key == ConsoleKey.R)
        {
            Find(found);
        }
        else if (key.Key == ConsoleKey.Backspace)
        {
            search = search!.Substring(0, Math.Max(0, search.Length - 1));
            Find(history.Count);
        }
        else if ((isControl && key.Key is ConsoleKey.G or ConsoleKey.C) || key.Key == ConsoleKey.Escape)
        {
            EndSearch(isAccepted: false);
        }
        else if (!isControl && key.KeyChar >= ' ' && !char.IsControl(key.KeyChar))
        {
            search += key.KeyChar;
            Find(Math.Min(found + 1, history.Count));
        }
        else
        {
            EndSearch(isAccepted: true);
            return false;
        }

        return true;
    }

    /// <summary>The newest line before a place that contains the text; where there is none what was found stays.</summary>
    private void Find(int before)
    {
        int next = search!.Length == 0 ? -1 : history.FindBefore(before, search);
        if (next >= 0)
            found = next;
        else if (search.Length == 0)
            found = history.Count;
        ShowSearch();
    }

    private void ShowSearch()
    {
        string line = found < history.Count ? history[found] : "";
        string label = $"(search) {search}: ";
        view.Show("", 0);
        view.Write("\r\e[K");
        view.Begin(label, label.Length, columns);
        int at = search!.Length == 0 ? -1 : line.IndexOf(search);
        view.Show(line, at < 0 ? line.Length : at);
    }

    private void EndSearch(bool isAccepted)
    {
        if (isAccepted && found < history.Count)
        {
            place = found;
            buffer.Set(history[found]);
        }

        search = null;
        view.Show("", 0);
        view.Write("\r\e[K");
        view.Begin(prompt, promptWidth, columns);
        view.Show(buffer.Text, buffer.Cursor);
    }
}
