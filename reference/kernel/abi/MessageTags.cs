namespace Merriwig.Abi;

/// <summary>Tags of the messages that the kernel itself posts.</summary>
internal static class MessageTags
{
    /// <summary>Long: a length, and a chunk that shows the screen's memory.</summary>
    internal const ulong VideoMemory = 5;

    /// <summary>Long: a length, and a chunk that shows the archive of programs.</summary>
    internal const ulong BootArchive = 9;

    /// <summary>Short: a process's status; then the reason for its end, and from bit 8 on the exception's vector.</summary>
    internal const ulong ProcessEnded = 10;
}
