namespace Euralios.Programs.Vga;

/// <summary>What an <see cref="EscapeParser"/> found in the text.</summary>
internal interface IEscapeHandler
{
    /// <summary>A character to be shown.</summary>
    void Print(uint codePoint);

    /// <summary>A control character below 0x20.</summary>
    void Control(byte control);

    /// <summary>ESC and a final byte, with nothing between them.</summary>
    void Escape(byte final);

    /// <summary>A control sequence (CSI) without intermediate bytes.</summary>
    void Sequence(Parameters parameters, byte final);
}
