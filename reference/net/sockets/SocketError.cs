namespace Euralios.Net.Sockets;

/// <summary>Why a socket could not do what it was asked; the names are those of .NET's <c>System.Net.Sockets.SocketError</c>.</summary>
public enum SocketError
{
    Success,

    /// <summary>There is nothing yet, or no room now; later there may be.</summary>
    WouldBlock,

    /// <summary>The port is taken.</summary>
    AddressAlreadyInUse,

    /// <summary>All sockets, or all ports, are taken.</summary>
    TooManyOpenSockets,

    /// <summary>A message does not fit into one packet.</summary>
    MessageSize,

    /// <summary>An argument makes no sense: port 0 as a destination, a group's address for a connection.</summary>
    InvalidArgument,

    /// <summary>This host has no address or no way to there yet.</summary>
    NetworkUnreachable,

    /// <summary>Nobody answers for the address on the link, or a router said that it cannot reach it.</summary>
    HostUnreachable,

    /// <summary>The other host said that nobody is at the port.</summary>
    ConnectionRefused,

    /// <summary>The other side ended the connection without ceremony.</summary>
    ConnectionReset,

    /// <summary>The other side has not answered for too long.</summary>
    TimedOut,

    /// <summary>The socket is closed, or not connected yet.</summary>
    NotConnected,

    /// <summary>This side gave the connection up.</summary>
    ConnectionAborted,

    /// <summary>The socket is closed for sending.</summary>
    Shutdown,
}
