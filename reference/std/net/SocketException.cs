using Euralios.Std;

namespace System.Net.Sockets;

/// <summary>The network could not do what was asked.</summary>
public class SocketException : SystemException
{
    public SocketException()
    {
    }

    internal SocketException(string? message)
        : base(message)
    {
    }

    internal SocketException(Error error, string about)
        : base($"{error.Text()} : '{about}'")
    {
    }

    internal override string TypeName => "System.Net.Sockets.SocketException";
}

/// <summary>Which direction of a connection ends.</summary>
public enum SocketShutdown
{
    Receive,
    Send,
    Both,
}
