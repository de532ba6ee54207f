using System.Text;

namespace Euralios.Programs.Tests;

/// <summary>As much of a terminal as a line editor uses.</summary>
/// <param name="columns">Columns.</param>
/// <param name="isDeferred">Whether the cursor stays in the last column until another character comes, as on a VT100.</param>
internal sealed class SimulatedScreen(int columns, bool isDeferred)
{
    private readonly List<char[]> rows = [];
    private int row;
    private int column;

    /// <summary>The rows' text without spaces at the end; empty rows at the end left out.</summary>
    internal string Text => string.Join('\n', rows.Select(cells => new string(cells).TrimEnd())).TrimEnd('\n');

    internal (int Row, int Column) Cursor => (row, column);

    internal void Write(string output)
    {
        for (int i = 0; i < output.Length; i++)
        {
            switch (output[i])
            {
                case '\e':
                    int end = i + 2;
                    while (!char.IsAsciiLetter(output[end]))
                        end++;
                    Sequence(output[(i + 2)..end], output[end]);
                    i = end;
                    break;
                case '\r':
                    column = 0;
                    break;
                case '\n':
                    row++;
                    column = 0;
                    break;
                default:
                    Put(output[i]);
                    break;
            }
        }
    }

    private char[] Row(int index)
    {
        while (rows.Count <= index)
            rows.Add([.. Enumerable.Repeat(' ', columns)]);
        return rows[index];
    }

    private void Put(char character)
    {
        if (column == columns)
            (row, column) = (row + 1, 0);
        Row(row)[column++] = character;
        if (column == columns && !isDeferred)
            (row, column) = (row + 1, 0);
    }

    private void Sequence(string parameter, char final)
    {
        int count = int.TryParse(parameter, out int number) ? number : 1;
        column = Math.Min(column, columns - 1);
        switch (final)
        {
            case 'A':
                row = Math.Max(0, row - count);
                break;
            case 'B':
                row += count;
                break;
            case 'C':
                column = Math.Min(columns - 1, column + count);
                break;
            case 'D':
                column = Math.Max(0, column - count);
                break;
            case 'H':
                (row, column) = (0, 0);
                break;
            case 'J' when parameter == "2":
                rows.Clear();
                break;
            case 'J':
                Array.Fill(Row(row), ' ', column, columns - column);
                for (int below = row + 1; below < rows.Count; below++)
                    Array.Fill(rows[below], ' ');
                break;
            case 'K':
                Array.Fill(Row(row), ' ', column, columns - column);
                break;
            case 'm':
                break;
            default:
                Assert.Fail($"unknown sequence {parameter}{final}");
                break;
        }
    }
}
