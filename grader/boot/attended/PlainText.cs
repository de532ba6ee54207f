using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>What a terminal is sent, without escape sequences and carriage returns. A sequence or a character may go on in the next piece.</summary>
internal sealed class PlainText
{
    private const char Escape = '\e';

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _text = new();
    private bool _afterEscape, _inSequence;

    /// <summary>All that came.</summary>
    public StringBuilder Text => _text;

    /// <summary>Takes the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        char[] characters = new char[bytes.Length + 1];
        int count = _decoder.GetChars(bytes, characters, flush: false);
        foreach (char character in characters.AsSpan(0, count))
            Take(character);
    }

    private void Take(char character)
    {
        if (character == Escape)
        {
            (_afterEscape, _inSequence) = (true, false);
        }
        else if (_afterEscape)
        {
            (_afterEscape, _inSequence) = (false, character == '[');
        }
        else if (_inSequence)
        {
            // Parameters and intermediate bytes are below @ (ECMA-48, 5.4).
            _inSequence = character < '@';
        }
        else if (character != '\r')
        {
            _text.Append(character);
        }
    }
}
