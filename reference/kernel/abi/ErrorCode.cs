namespace Merriwig.Abi;

/// <summary>What a system call answers in bits 0 to 6 of RAX. The numbers are the system's interface: programs know them.</summary>
internal enum ErrorCode : byte
{
    /// <summary>It was done.</summary>
    None = 0,

    /// <summary>Another sender is there already.</summary>
    SendBlocking = 1,

    /// <summary>Another receiver is there already, or the receiver waits for somebody else's reply.</summary>
    ReceiveBlocking = 2,

    /// <summary>No open handle has this number.</summary>
    InvalidHandle = 3,

    /// <summary>No stack is left for another thread of the process.</summary>
    NoStack = 4,

    /// <summary>A parameter is out of its range, or a pointer does not lead to memory of the program's.</summary>
    Parameter = 5,

    /// <summary>Text is not UTF-8.</summary>
    Utf8 = 6,

    /// <summary>No mount matches.</summary>
    NotFound = 7,

    /// <summary>The program cannot be loaded: its file is not one that the kernel takes.</summary>
    Thread = 8,

    /// <summary>No memory, or no place in one of the kernel's tables.</summary>
    Memory = 9,

    /// <summary>The chunk has been freed already.</summary>
    DoubleFree = 10,

    /// <summary>The receiver has no place for another chunk or handle.</summary>
    NoMemorySlots = 11,

    /// <summary>Nobody is left at the other end.</summary>
    Closed = 12,

    /// <summary>There is a mount at the path already.</summary>
    Exists = 13,

    /// <summary>There is no system call of this number.</summary>
    NotImplemented = 14,

    /// <summary>The time was up first.</summary>
    TimedOut = 17,

    /// <summary>The process does not have the right.</summary>
    Denied = 18,
}
