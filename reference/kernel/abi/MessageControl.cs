namespace Merriwig.Abi;

/// <summary>The bits of RAX that describe a message in registers.</summary>
internal static class MessageControl
{
    /// <summary>The two items may be more than values.</summary>
    internal const ulong Long = 0x100;

    /// <summary>Where the kind of RSI's item starts: two bits.</summary>
    internal const int FirstKindShift = 9;

    /// <summary>Where the kind of RDX's item starts: two bits.</summary>
    internal const int SecondKindShift = 11;

    /// <summary>The bits of a kind.</summary>
    internal const ulong KindMask = 3;

    /// <summary>To somebody who waits for it, or not at all: a server's reply. For send.</summary>
    internal const ulong OnlyToReceiver = 0x2000;

    /// <summary>Where the handle starts that the message is sent through.</summary>
    internal const int HandleShift = 32;

    /// <summary>Beside an error: the message that was not sent is back in the registers.</summary>
    internal const ulong ContainsMessage = 128;
}
