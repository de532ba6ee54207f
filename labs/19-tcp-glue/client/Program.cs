using System;
using System.Net.Sockets;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A client that connects, says something, and then waits for what does not come: until it is killed.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (!Socket.TryConnect(arguments[0], int.Parse(arguments[1]), out Socket? socket, out _) || !socket!.TrySend([1], out _))
            return 1;
        Span<byte> buffer = stackalloc byte[16];
        return socket.TryReceive(buffer, out _, out _) ? 0 : 1;
    }
}
