using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// Takes text apart into characters, control characters and escape sequences (ECMA-48; UTF-8). It keeps its state: where one piece of the text
/// ends and the next begins makes no difference. What it does not know it swallows without a trace.
/// </summary>
internal sealed class EscapeParser(IEscapeHandler handler)
{
    private const byte Bell = 0x07;
    private const byte LineFeed = 0x0A;
    private const byte Cancel = 0x18;
    private const byte Substitute = 0x1A;
    private const byte EscapeByte = 0x1B;
    private const byte Rubout = 0x7F;
    private const uint ControlSequenceIntroducer = 0x9B;
    private const uint Replacement = 0xFFFD;

    private readonly Parameters parameters = new();
    private State state;

    // A character of several bytes: what it has so far, how many are missing, and the least value that needs so many.
    private uint codePoint;
    private int missing;
    private uint least;

    private enum State : byte
    {
        Ground,
        Escape,
        EscapeIntermediate,
        Parameters,
        SequenceIntermediate,
        IgnoredSequence,

        /// <summary>Text for a device or a window's title, up to ST or BEL.</summary>
        Text,
    }

    /// <summary>Takes the next piece of the text.</summary>
    internal void Take(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text)
            Take(value);
    }

    private void Take(byte value)
    {
        if (missing > 0)
        {
            if ((value & 0xC0) == 0x80)
            {
                Continue(value);
                return;
            }

            missing = 0;
            handler.Print(Replacement);
        }

        switch (value)
        {
            case EscapeByte:
                state = State.Escape;
                break;
            case Cancel or Substitute:
                state = State.Ground;
                break;
            case Bell when state == State.Text:
                state = State.Ground;
                break;
            case < 0x20:
                TakeControl(value);
                break;
            case Rubout:
                break;
            default:
                TakeGraphic(value);
                break;
        }
    }

    private void TakeControl(byte value)
    {
        if (state != State.Text)
        {
            // In the midst of a sequence too: it goes on afterwards.
            handler.Control(value);
        }
        else if (value == LineFeed)
        {
            // A text that somebody forgot to end does not swallow all that follows.
            state = State.Ground;
            handler.Control(value);
        }
    }

    private void TakeGraphic(byte value)
    {
        switch (state)
        {
            case State.Ground:
                Begin(value);
                break;
            case State.Escape:
                TakeAfterEscape(value);
                break;
            case State.EscapeIntermediate:
                // Character sets and the like: of no use here.
                if (value >= 0x30)
                    state = State.Ground;
                break;
            case State.Parameters:
                TakeParameter(value);
                break;
            case State.SequenceIntermediate or State.IgnoredSequence:
                if (value is >= 0x40 and <= 0x7E)
                    state = State.Ground;
                break;
        }
    }

    private void TakeAfterEscape(byte value)
    {
        switch (value)
        {
            case (byte)'[':
                BeginSequence();
                break;
            case (byte)']' or (byte)'P' or (byte)'X' or (byte)'^' or (byte)'_':
                state = State.Text;
                break;
            case < 0x30:
                state = State.EscapeIntermediate;
                break;
            default:
                state = State.Ground;
                if (value < 0x7F)
                    handler.Escape(value);
                break;
        }
    }

    private void BeginSequence()
    {
        parameters.Clear();
        state = State.Parameters;
    }

    private void TakeParameter(byte value)
    {
        switch (value)
        {
            case >= (byte)'0' and <= (byte)'9':
                parameters.AddDigit(value - '0');
                break;
            case (byte)';' or (byte)':':
                parameters.Next(value == ':');
                break;
            case >= (byte)'<' and <= (byte)'?':
                if (parameters.Marker == 0 && parameters.Count == 1 && parameters[0, -1] == -1)
                    parameters.Marker = value;
                else
                    state = State.IgnoredSequence;
                break;
            case < 0x30:
                state = State.SequenceIntermediate;
                break;
            case <= 0x7E:
                state = State.Ground;
                handler.Sequence(parameters, value);
                break;
            default:
                // No sequence has such a byte.
                state = State.IgnoredSequence;
                break;
        }
    }

    /// <summary>The first byte of a character.</summary>
    private void Begin(byte value)
    {
        switch (value)
        {
            case < 0x80:
                handler.Print(value);
                break;
            case >= 0xC2 and < 0xE0:
                Begin(value & 0x1Fu, 1, 0x80);
                break;
            case >= 0xE0 and < 0xF0:
                Begin(value & 0x0Fu, 2, 0x800);
                break;
            case >= 0xF0 and < 0xF5:
                Begin(value & 0x07u, 3, 0x1_0000);
                break;
            default:
                handler.Print(Replacement);
                break;
        }
    }

    private void Begin(uint bits, int following, uint atLeast)
    {
        codePoint = bits;
        missing = following;
        least = atLeast;
    }

    private void Continue(byte value)
    {
        codePoint = (codePoint << 6) | (value & 0x3Fu);
        if (--missing > 0)
            return;
        if (codePoint == ControlSequenceIntroducer)
            BeginSequence();
        else if (codePoint < least || codePoint is (>= 0xD800 and <= 0xDFFF) or > 0x10_FFFF)
            handler.Print(Replacement);
        else if (codePoint >= 0xA0)
            handler.Print(codePoint);
    }
}
