using System;
using System.Net;
using System.Net.Sockets;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Standard input and output as the two directions of a connection: <c>nc HOST PORT</c>, <c>nc -l PORT</c></summary>
internal static class Program
{
    /// <summary>A shell sets it where standard input is not the terminal's.</summary>
    private const string InputVariable = "SHELL_INPUT";

    private static int Main(string[] args)
    {
        const string Usage = "nc HOST PORT\n       nc -l PORT\nSends what it reads over a connection, and writes what comes back; -l: waits for somebody to connect.";
        if (!Options.TryParse(args, Usage, "l", "", out Options options))
            return options.Status;
        bool isListening = options.Has('l');
        if (options.Operands.Count != (isListening ? 1 : 2))
            return Misuse("a host and a port are needed, or -l and a port; see nc --help");
        string last = options.Operands[^1];
        if (!int.TryParse(last, out int port) || port is < 1 or > IPEndPoint.MaxPort)
            return Misuse($"'{last}' is no port");
        Socket? socket;
        Error error;
        if (isListening ? !TryAwait(port, out socket, out error) : !Socket.TryConnect(options.Operands[0], port, out socket, out error))
            return Failure.Report(isListening ? $"port {port}: {error.Text()}" : $"{options.Operands[0]}:{port}: {error.Text()}");
        int status = new Relay(socket!, Environment.GetEnvironmentVariable(InputVariable) is null).Run();
        socket!.Close();
        return status;
    }

    /// <summary>Listens until somebody has connected, and then no more.</summary>
    private static bool TryAwait(int port, out Socket? socket, out Error error)
    {
        socket = null;
        var listener = new TcpListener(IPAddress.Any, port);
        if (!listener.TryStart(out error))
            return false;
        bool isAccepted = listener.TryAccept(out TcpClient? client, out error);
        listener.Stop();
        socket = client?.Client;
        return isAccepted;
    }

    private static int Misuse(string message)
    {
        Failure.Report(message);
        return Failure.WrongUse;
    }
}
