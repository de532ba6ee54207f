namespace Euralios.Grader.Boot;

/// <summary>Everything that decides a boot's outcome: the same request gives the same record on every machine.</summary>
/// <param name="Image">Path of the kernel (a PVH-bootable ELF64 file).</param>
/// <param name="CommandLine">The kernel's command line, for instance <c>scenario=cases trace=lab,frame</c>.</param>
/// <param name="Machine">The virtual machine.</param>
/// <param name="Limits">When to end it.</param>
/// <param name="Seed">16 bytes that are written into the guest at its seed checkpoint.</param>
/// <param name="Archive">Path of the boot module (<c>-initrd</c>) that carries the programs, or null.</param>
/// <param name="Dialogue">A conversation over COM1, or null when COM1 is only recorded.</param>
public sealed record BootRequest(
    string Image,
    string CommandLine,
    Machine Machine,
    Limits Limits,
    byte[] Seed,
    string? Archive = null,
    IReadOnlyList<DialogueStep>? Dialogue = null)
{
    /// <summary>
    /// The machine's network card and whoever is at the other end of its wire, or null. With a peer order is judged and time is not: the guest idles in the
    /// host's time.
    /// </summary>
    public NetworkLink? Network { get; init; }

    /// <summary>Path of the program that is looked at, for places in it; null where that is the kernel.</summary>
    public string? Program { get; init; }

    /// <summary>The lower half of the addresses is the programs', the upper half the kernel's.</summary>
    public static bool IsProgramAddress(ulong address) => address >> 63 == 0;
}

/// <summary>One step of a dialogue over COM1: wait until <paramref name="Expect"/> is seen after the last match, then type <paramref name="Send"/>.</summary>
/// <param name="Expect">Text to wait for, taken literally; empty to send at once.</param>
/// <param name="Send">Bytes to type afterwards, as text; may be empty.</param>
public sealed record DialogueStep(string Expect, string Send);
