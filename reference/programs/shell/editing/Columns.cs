using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Shell;

/// <summary>Words side by side, in order down the columns.</summary>
internal static class Columns
{
    private const int Gap = 2;

    internal static string Arrange(List<string> words, int width)
    {
        int widest = 1;
        foreach (string word in words)
            widest = Math.Max(widest, word.Length + Gap);
        int columns = Math.Max(1, width / widest);
        int rows = (words.Count + columns - 1) / columns;
        var text = new StringBuilder();
        for (int row = 0; row < rows; row++)
        {
            for (int index = row; index < words.Count; index += rows)
                text.Append(index + rows < words.Count ? words[index].PadRight(widest) : words[index]);
            text.Append('\n');
        }

        return text.ToString();
    }
}
