namespace Euralios.Std;

/// <summary>What is said to terminals, and by them (handouts/protocols.md, "Terminals").</summary>
public static class TerminalTags
{
    /// <summary>Asks for the size: OK with columns and rows.</summary>
    public const ulong Size = 512;

    /// <summary>0: each key is a CHAR. 1: Ctrl-C is an INTERRUPT. The answer is OK with the mode before.</summary>
    public const ulong Mode = 513;

    /// <summary>Asks for a handle where <see cref="Interrupt"/> comes from now on.</summary>
    public const ulong Interrupts = 514;

    /// <summary>A notice: Ctrl-C was pressed.</summary>
    public const ulong Interrupt = 515;

    /// <summary>A notice from a terminal to <c>init</c>: a handle for standard input, one for standard output.</summary>
    public const ulong Session = 516;
}
