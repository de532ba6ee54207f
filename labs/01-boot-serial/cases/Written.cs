using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Lab;

/// <summary>
/// A buffer that a number was written to, and how it is judged: the digits are read back. Text that says the number, has only digits and has
/// as many as it should is the only right one, so no second way of formatting is needed.
/// </summary>
[InlineArray(Size)]
internal struct Written
{
    /// <summary>Room for the longest number, and more.</summary>
    internal const int Size = 32;

    /// <summary>What the buffer holds where nothing was written.</summary>
    private const char Untouched = '~';

    private char first;

    internal static Written Nothing()
    {
        Written written = default;
        ((Span<char>)written).Fill(Untouched);
        return written;
    }

    /// <summary>Ends the case unless the buffer says a number in so many digits, and nothing was written behind them.</summary>
    internal readonly void Check(ref Case test, ulong value, uint numberBase, int digits, int returned)
    {
        ReadOnlySpan<char> text = this;
        test.Equal((ulong)digits, (ulong)returned, "characters that were written, by the returned count");
        ulong read = 0;
        for (int i = 0; i < digits; i++)
        {
            uint digit = DigitOf(text[i]);
            test.Expect(digit < numberBase, "a character that is not one of the digits 0 to 9 (in base 16 also a to f)");
            read = (read * numberBase) + digit;
        }

        test.Equal(value, read, "the number that the text says");
        CheckUntouched(ref test, digits);
    }

    /// <summary>Ends the case if anything was written from a position on.</summary>
    internal readonly void CheckUntouched(ref Case test, int from)
    {
        ReadOnlySpan<char> text = this;
        for (int i = from; i < Size; i++)
            test.Expect(text[i] == Untouched, "the buffer was changed where nothing belongs");
    }

    private static uint DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => (uint)(character - '0'),
        >= 'a' and <= 'f' => (uint)(character - 'a' + 10),
        _ => uint.MaxValue,
    };
}
