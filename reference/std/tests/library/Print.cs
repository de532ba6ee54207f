using System;
using System.Collections.Generic;

/// <summary>A line for each result.</summary>
internal static class Print
{
    private static string topic = "";
    private static int number;

    internal static void Topic(string name)
    {
        topic = name;
        number = 0;
    }

    /// <summary>Values with a bar between them; null shows as such.</summary>
    internal static void Line(params object?[] values)
    {
        number++;
        string text = "";
        foreach (object? value in values)
            text += (text.Length > 0 ? " | " : "") + (value is null ? "null" : Visible(value.ToString()!));
        Console.WriteLine(topic + " " + number.ToString() + ": " + text);
    }

    internal static void All<T>(IEnumerable<T> values)
    {
        number++;
        Console.WriteLine(topic + " " + number.ToString() + ": [" + Visible(string.Join("; ", values)) + "]");
    }

    /// <summary>Control characters and halves of surrogate pairs as their numbers.</summary>
    private static string Visible(string text)
    {
        string visible = "";
        foreach (char character in text)
            visible += character is < ' ' or > '\u052f' ? "<" + ((int)character).ToString("x4") + ">" : character.ToString();
        return visible;
    }
}
