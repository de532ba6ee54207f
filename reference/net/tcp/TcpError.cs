namespace Euralios.Net.Tcp;

/// <summary>Why a connection ended other than by both sides' FIN, or was not made.</summary>
public enum TcpError : byte
{
    /// <summary>Nothing went wrong.</summary>
    None,

    /// <summary>The peer answered a SYN with RST: nobody listens there.</summary>
    Refused,

    /// <summary>The peer sent RST.</summary>
    Reset,

    /// <summary>The peer acknowledged nothing for too long.</summary>
    TimedOut,

    /// <summary>The network said that the peer cannot be reached, or the own address was lost.</summary>
    Unreachable,

    /// <summary>It was aborted on this side, by the program or because data came that nobody reads any more.</summary>
    Aborted,

    /// <summary>There is no own address yet.</summary>
    NoAddress,

    /// <summary>The remote address is not one host's, or the port is 0.</summary>
    InvalidAddress,

    /// <summary>There are as many connections as there may be.</summary>
    TooManyConnections,

    /// <summary>The port is listened on already, or no port is free.</summary>
    PortInUse,
}
