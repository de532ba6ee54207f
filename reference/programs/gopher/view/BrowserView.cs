using System;

namespace Euralios.Programs.Gopher;

/// <summary>A browser as a screen: a bar that says where one is, a page of the document, and a row for what is said and asked.</summary>
internal sealed class BrowserView(int columns, int rows)
{
    /// <summary>Below that the parts would lie over one another.</summary>
    private const int LeastColumns = 20;
    private const int LeastRows = 3;
    private const int PageTop = 1;

    private const int NumberWidth = 4;
    private const int LabelColumn = 5;

    internal Screen Screen { get; } = new(Math.Max(columns, LeastColumns), Math.Max(rows, LeastRows));

    /// <summary>Draws the browser.</summary>
    internal void Draw(Browser browser)
    {
        Screen.Clear();
        DrawBar(browser);
        if (browser.View is { } view)
        {
            int count = Math.Min(Screen.Rows - 2, view.Layout.RowCount - view.Top);
            for (int i = 0; i < count; i++)
                DrawRow(view, view.Top + i, PageTop + i);
        }

        DrawLastRow(browser);
    }

    private void DrawBar(Browser browser)
    {
        for (int i = 0; i < Screen.Columns; i++)
            Screen.Put(0, i, ' ', Style.Bar);
        string place = "";
        if (browser.View is { } view)
        {
            int last = Math.Min(view.Top + Screen.Rows - 2, view.Layout.RowCount);
            place = $"{view.Top + 1}-{last}/{view.Layout.RowCount} ";
        }

        int end = Screen.Columns - place.Length;
        Screen.Put(0, 1, Shortened(browser.Title, end - 2), Style.Bar);
        Screen.Put(0, end, place, Style.Bar);
    }

    private void DrawRow(PageView view, int number, int row)
    {
        PageRow part = view.Layout.Row(number);
        GopherItem item = view.Document.Line(part.Line);
        bool isChosen = part.Line == view.Chosen;
        Style style = isChosen ? Style.Selection : item.Type == ItemType.Error ? Style.Directive : StyleOf(item);
        if (item.IsLink && part.Start == 0)
        {
            string text = view.Document.LinkInLine(part.Line).ToString();
            Screen.Put(row, NumberWidth - text.Length, text, Style.Number);
            Screen.Put(row, LabelColumn, ItemType.Label(item.Type), Style.Comment);
        }

        Screen.Put(row, view.Layout.Indent, item.Title.AsSpan(part.Start, part.Length), style);
    }

    private static Style StyleOf(GopherItem item) => !item.IsLink ? Style.Plain : item.Address is null ? Style.String : Style.Name;

    private void DrawLastRow(Browser browser)
    {
        int row = Screen.Rows - 1;
        Screen.CursorRow = row;
        for (int i = 0; i < Screen.Columns; i++)
            Screen.Put(row, i, ' ', Style.Bar);
        if (browser.Prompt is { } prompt)
        {
            // The end of a long answer is seen, where the cursor is.
            int at = Screen.Put(row, 1, prompt.Label, Style.BarChanged);
            int room = Math.Max(1, Screen.Columns - at - 1);
            ReadOnlySpan<char> answer = prompt.Answer;
            Screen.CursorColumn = Math.Min(Screen.Put(row, at, answer.Slice(Math.Max(0, answer.Length - room)), Style.BarMessage), Screen.Columns - 1);
            return;
        }

        string text = browser.Message.Length > 0 ? browser.Message : browser.Digits.Length > 0 ? $"Link {browser.Digits}" : "";
        Screen.CursorColumn = Math.Min(Screen.Put(row, 1, Shortened(text, Screen.Columns - 2), Style.BarMessage), Screen.Columns - 1);
    }

    private static ReadOnlySpan<char> Shortened(string text, int room) => text.AsSpan(0, Math.Clamp(room, 0, text.Length));
}
