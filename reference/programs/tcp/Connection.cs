using System;
using System.Collections.Generic;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// A connection and the conversations that share it: one for each handle. All of it with the network's gate.
/// </summary>
internal sealed class Connection
{
    private readonly List<AutoResetEvent> waiters = new();
    private int handles = 1;
    private TcpConnection? tcp;

    /// <summary>Why there is no connection, where it could not be begun.</summary>
    private Error failure;

    /// <summary>The connection, once it was begun.</summary>
    internal TcpConnection? Tcp => tcp;

    /// <summary>Why nothing more can be done.</summary>
    internal Error Error => failure != Error.None ? failure : tcp is null ? Error.None : ErrorOf(tcp.Error);

    /// <summary>Whether the handshake is still to be done.</summary>
    internal bool IsConnecting => failure == Error.None && (tcp is null || tcp.State is TcpState.SynSent or TcpState.SynReceived);

    internal void Begin(TcpConnection connection)
    {
        tcp = connection;
        connection.Owner = this;
    }

    internal void Fail(Error error)
    {
        failure = error;
        Changed();
    }

    /// <summary>Something has come, has been sent, or has ended: all who wait look again.</summary>
    internal void Changed()
    {
        foreach (AutoResetEvent waiter in waiters)
            waiter.Set();
    }

    internal void AddWaiter(AutoResetEvent waiter) => waiters.Add(waiter);

    internal void RemoveWaiter(AutoResetEvent waiter) => waiters.Remove(waiter);

    internal void AddHandle() => handles++;

    /// <summary>A handle is gone. With the last one the connection is closed.</summary>
    internal void RemoveHandle()
    {
        if (--handles == 0)
            tcp?.Close();
    }

    internal static Error ErrorOf(TcpError error) => error switch
    {
        TcpError.None => Error.None,
        TcpError.Refused => Error.ConnectionRefused,
        TcpError.TimedOut => Error.TimedOut,
        TcpError.Unreachable => Error.Unreachable,
        TcpError.PortInUse => Error.AddressInUse,
        TcpError.NoAddress => Error.NetworkDown,
        TcpError.TooManyConnections => Error.Memory,
        _ => Error.ConnectionReset,
    };
}
