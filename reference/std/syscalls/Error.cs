namespace Euralios.Std;

/// <summary>Why something was not done. The kernel and the servers use the same numbers.</summary>
public enum Error : byte
{
    /// <summary>It was done.</summary>
    None = 0,

    /// <summary>Another sender is there already.</summary>
    SendBlocking = 1,

    /// <summary>Another receiver is there already, or the receiver waits for somebody else's reply.</summary>
    ReceiveBlocking = 2,

    /// <summary>No open handle has this number.</summary>
    InvalidHandle = 3,

    /// <summary>No stack is left for another thread.</summary>
    NoStack = 4,

    /// <summary>A parameter is out of its range, or a pointer does not lead to the program's memory.</summary>
    Parameter = 5,

    /// <summary>Text is not UTF-8.</summary>
    Utf8 = 6,

    /// <summary>There is nothing of this name.</summary>
    NotFound = 7,

    /// <summary>The program cannot be loaded: its file is not one that the kernel takes.</summary>
    Thread = 8,

    /// <summary>No memory is left.</summary>
    Memory = 9,

    /// <summary>The chunk has been freed already.</summary>
    DoubleFree = 10,

    /// <summary>The receiver has no place for another chunk or handle.</summary>
    NoMemorySlots = 11,

    /// <summary>Nobody is left at the other end.</summary>
    Closed = 12,

    /// <summary>There is something of this name already.</summary>
    Exists = 13,

    /// <summary>Nobody does this.</summary>
    NotImplemented = 14,

    /// <summary>It is a file, where a directory is needed.</summary>
    NotDirectory = 15,

    /// <summary>There is nothing to read.</summary>
    NoData = 16,

    /// <summary>The time was up first.</summary>
    TimedOut = 17,

    /// <summary>The process does not have the right.</summary>
    Denied = 18,

    /// <summary>Nobody listens at the other machine's port.</summary>
    ConnectionRefused = 32,

    /// <summary>The other machine has broken the connection off.</summary>
    ConnectionReset = 33,

    /// <summary>No way leads to the other machine.</summary>
    Unreachable = 34,

    /// <summary>No machine has this name.</summary>
    HostNotFound = 35,

    /// <summary>The port is taken.</summary>
    AddressInUse = 36,

    /// <summary>There is no network, or no address in it.</summary>
    NetworkDown = 37,

    /// <summary>A reply that the question does not have.</summary>
    UnexpectedReply = 127,
}

/// <summary>Errors in words.</summary>
public static class ErrorText
{
    /// <summary>What a person reads of an error.</summary>
    public static string Text(this Error error) => error switch
    {
        Error.None => "No error",
        Error.SendBlocking => "Send blocking",
        Error.ReceiveBlocking => "Receive blocking",
        Error.InvalidHandle => "Invalid handle",
        Error.NoStack => "No stack is left",
        Error.Parameter => "Invalid parameter",
        Error.Utf8 => "UTF8 conversion error",
        Error.NotFound => "Not found",
        Error.Thread => "Thread error",
        Error.Memory => "Memory error",
        Error.DoubleFree => "Double free",
        Error.NoMemorySlots => "No memory slots",
        Error.Closed => "Rendezvous closed",
        Error.Exists => "Already exists",
        Error.NotImplemented => "Not implemented",
        Error.NotDirectory => "Not a directory",
        Error.NoData => "No data",
        Error.TimedOut => "Timed out",
        Error.Denied => "Denied",
        Error.ConnectionRefused => "Connection refused",
        Error.ConnectionReset => "Connection reset by peer",
        Error.Unreachable => "No route to host",
        Error.HostNotFound => "Host not found",
        Error.AddressInUse => "Address already in use",
        Error.NetworkDown => "Network is down",
        Error.UnexpectedReply => "Unexpected reply",
        _ => "Unknown error",
    };
}
