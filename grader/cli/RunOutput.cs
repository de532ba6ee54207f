using System.Globalization;
using System.Text;

namespace Euralios.Grader.Cli;

/// <summary>
/// A program's own output in what comes on the console: from the mark with which <c>init</c> begins it to the mark that tells how it ended
/// (<c>reference/programs/init/SingleRun.cs</c>).
/// </summary>
/// <param name="output">Receives it.</param>
/// <param name="plainLines">Lines end with a line feed alone, as in a file.</param>
internal sealed class RunOutput(Action<ReadOnlySpan<byte>> output, bool plainLines)
{
    private const byte Mark = 0x1E;

    private readonly List<byte> _mark = [];
    private bool _isMark, _isRunning;

    /// <summary>The program's exit status, once it has ended.</summary>
    public int? Status { get; private set; }

    /// <summary>Why it was not run.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Takes a piece of the console.</summary>
    public void Write(ReadOnlySpan<byte> piece)
    {
        var passed = new List<byte>(piece.Length);
        foreach (byte value in piece)
        {
            if (value == Mark)
            {
                _isMark = true;
                _mark.Clear();
            }
            else if (_isMark && value == '\n')
            {
                _isMark = false;
                Take(Encoding.UTF8.GetString([.. _mark]).TrimEnd('\r'));
            }
            else if (_isMark)
            {
                _mark.Add(value);
            }
            else if (_isRunning && !(plainLines && value == '\r'))
            {
                passed.Add(value);
            }
        }

        output([.. passed]);
    }

    private void Take(string text)
    {
        if (!_isRunning)
        {
            _isRunning = text == "begins";
            return;
        }

        // Reason and status, or why there are none.
        _isRunning = false;
        string[] words = text.Split(' ');
        if (words.Length == 2
            && int.TryParse(words[0], CultureInfo.InvariantCulture, out _)
            && int.TryParse(words[1], CultureInfo.InvariantCulture, out int status))
            Status = status & 0xFF;
        else
            Problem = text;
    }
}
