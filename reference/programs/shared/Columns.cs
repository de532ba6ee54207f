using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Tools;

/// <summary>Words side by side, in order down the columns.</summary>
internal static class Columns
{
    private const int Gap = 2;

    /// <summary>Arranges words in rows that each end with a line end.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">The terminal's columns.</param>
    /// <param name="paint">What is to be written for a word, by its place; null: the word itself.</param>
    internal static string Arrange(List<string> words, int width, Func<int, string>? paint = null)
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
            {
                text.Append(paint is null ? words[index] : paint(index));
                if (index + rows < words.Count)
                    text.Append(' ', widest - words[index].Length);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
