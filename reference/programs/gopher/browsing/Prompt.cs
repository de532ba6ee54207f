using System;

namespace Euralios.Programs.Gopher;

/// <summary>A question whose answer is typed in the last row.</summary>
/// <param name="label">The question.</param>
/// <param name="answer">The answer as it is proposed.</param>
/// <param name="accept">What is done with the answer.</param>
internal sealed class Prompt(string label, string answer, Action<string> accept)
{
    private const int LongestAnswer = 500;

    internal string Label => label;

    internal string Answer => answer;

    internal bool IsFinished { get; private set; }

    internal void Press(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Enter)
        {
            IsFinished = true;
            accept(answer.Trim());
        }
        else if (key.Key == ConsoleKey.Escape || (key.Modifiers.HasFlag(ConsoleModifiers.Control) && key.Key is ConsoleKey.C or ConsoleKey.Q))
        {
            IsFinished = true;
        }
        else if (key.Key == ConsoleKey.Backspace)
        {
            int last = answer.Length - 1;
            if (last >= 0)
                answer = answer.Substring(0, last > 0 && char.IsLowSurrogate(answer[last]) ? last - 1 : last);
        }
        else if (key.Modifiers.HasFlag(ConsoleModifiers.Control) && key.Key == ConsoleKey.U)
        {
            answer = "";
        }
        else if (key.KeyChar >= ' ' && !char.IsControl(key.KeyChar) && answer.Length < LongestAnswer)
        {
            answer += key.KeyChar.ToString();
        }
    }
}
