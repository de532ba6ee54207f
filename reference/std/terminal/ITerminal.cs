using System;

namespace Euralios.Std;

/// <summary>What a <see cref="TerminalConsole"/> shows its text on.</summary>
public interface ITerminal
{
    int Columns { get; }

    int Rows { get; }

    /// <summary>Shows text: UTF-8 with escape sequences. A character or a sequence may go on in the next piece.</summary>
    void Write(ReadOnlySpan<byte> text);

    /// <summary>A new session begins: the screen is as after switching on.</summary>
    void Reset();
}
