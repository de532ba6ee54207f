using System;
using System.IO;

namespace Euralios.Std;

/// <summary>Standard input as a reader of text.</summary>
internal sealed class InputReader : TextReader
{
    private const int Nothing = -1;

    // Characters that were looked at, or are the second half of a pair; -1 where there is none.
    private int next = Nothing;
    private int afterNext = Nothing;

    public override int Peek()
    {
        if (next == Nothing && StandardInput.TryReadCharacter(out uint codePoint))
        {
            next = codePoint < 0x1_0000 ? (int)codePoint : (int)(0xD800 + ((codePoint - 0x1_0000) >> 10));
            afterNext = codePoint < 0x1_0000 ? Nothing : (int)(0xDC00 + (codePoint & 0x3FF));
        }

        return next;
    }

    public override int Read()
    {
        int character = Peek();
        next = afterNext;
        afterNext = Nothing;
        return character;
    }

    public override string? ReadLine()
    {
        if (next != Nothing)
            return base.ReadLine();
        return StandardInput.TryReadLine(out string line) ? line : null;
    }
}
