using System;
using System.Text;

namespace Euralios.Shell;

/// <summary>
/// How a line looks on the terminal: behind its prompt, on as many rows as it needs. It writes escape sequences (ECMA-48), and knows in which row
/// of the line the cursor is, from which everything is counted.
/// </summary>
internal sealed class LineView
{
    private readonly StringBuilder output = new();
    private string prompt = "";
    private int promptWidth;
    private int columns = 80;

    // What is on the screen: the line's cells behind the prompt, and the cursor's row and column.
    private string shown = "";
    private int cursorCell;

    /// <summary>Takes what is to be written to the terminal.</summary>
    internal string TakeOutput()
    {
        string text = output.ToString();
        output.Clear();
        return text;
    }

    /// <summary>Shows a prompt, at the beginning of a row.</summary>
    /// <param name="newPrompt">The prompt with its colours.</param>
    /// <param name="width">How many cells it takes.</param>
    /// <param name="newColumns">The terminal's columns.</param>
    internal void Begin(string newPrompt, int width, int newColumns)
    {
        prompt = newPrompt;
        promptWidth = width;
        columns = Math.Max(newColumns, 2);
        shown = "";
        cursorCell = promptWidth;
        output.Append(prompt);
        EndRow(promptWidth);
    }

    /// <summary>Shows a line, with the cursor before one of its characters.</summary>
    internal void Show(string line, int cursor)
    {
        string text = Printable(line);
        int target = promptWidth + Cells(line, cursor);
        if (text.Length > shown.Length && text.StartsWith(shown, StringComparison.Ordinal) && cursorCell == promptWidth + Cells(shown, shown.Length))
        {
            // Typed at the end: no more than the new characters.
            output.Append(text, shown.Length, text.Length - shown.Length);
            cursorCell = promptWidth + Cells(text, text.Length);
            EndRow(cursorCell);
        }
        else if (text != shown)
        {
            MoveTo(0);
            output.Append(prompt).Append(text);
            cursorCell = promptWidth + Cells(text, text.Length);
            EndRow(cursorCell);
            output.Append("\e[J");
        }

        shown = text;
        MoveTo(target);
    }

    /// <summary>Goes to the row behind the line, which stays.</summary>
    internal void Leave()
    {
        MoveTo(promptWidth + Cells(shown, shown.Length));

        // At the beginning of a row that is empty it is there already.
        if (cursorCell == 0 || cursorCell % columns != 0)
            output.Append('\n');
    }

    /// <summary>Writes between the lines.</summary>
    internal void Write(string text) => output.Append(text);

    /// <summary>Shows the prompt and the line again where the cursor is, as on a screen that was cleared.</summary>
    internal void Again(string line, int cursor)
    {
        Begin(prompt, promptWidth, columns);
        Show(line, cursor);
    }

    /// <summary>How many cells the first characters take. Every character is as wide as a cell.</summary>
    private static int Cells(string text, int length)
    {
        int cells = length;
        for (int i = 1; i < length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                cells--;
        }

        return cells;
    }

    /// <summary>Characters that would move the cursor are shown as a point.</summary>
    private static string Printable(string line)
    {
        StringBuilder? text = null;
        for (int i = 0; i < line.Length; i++)
        {
            if (!char.IsControl(line[i]))
                continue;
            text ??= new StringBuilder(line);
            text[i] = '·';
        }

        return text is null ? line : text.ToString();
    }

    /// <summary>Behind a row's last column terminals differ in where the cursor is; after this it is in the next row.</summary>
    private void EndRow(int cell)
    {
        if (cell > 0 && cell % columns == 0)
            output.Append(" \r\e[K");
    }

    private void MoveTo(int cell)
    {
        int rows = (cell / columns) - (cursorCell / columns);
        if (rows < 0)
            output.Append($"\e[{-rows}A");
        else if (rows > 0)
            output.Append($"\e[{rows}B");
        int column = cell % columns;
        int distance = column - (cursorCell % columns);
        if (column == 0 && distance != 0)
            output.Append('\r');
        else if (distance < 0)
            output.Append($"\e[{-distance}D");
        else if (distance > 0)
            output.Append($"\e[{distance}C");
        cursorCell = cell;
    }
}
