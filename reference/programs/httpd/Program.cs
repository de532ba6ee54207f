using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using Euralios.Std;
using Euralios.Tools;

namespace Euralios.Programs.Http;

/// <summary>Serves the files of a directory to browsers: <c>httpd [-p PORT] [-t SECONDS] [DIRECTORY]</c></summary>
internal static class Program
{
    private const int DefaultPort = 80;
    private const int DefaultPatience = 30;
    private const int MostPatience = 3600;
    private const string HomeVariable = "HOME";
    private const ulong PauseAfterError = 100_000;

    private static int Main(string[] args)
    {
        const string Usage = "httpd [-p PORT] [-t SECONDS] [DIRECTORY]\nServes the files of a directory, or of your own, to browsers, at port 80 or another. Ctrl-C ends it.\n"
            + "-t: how long a client's request may take to come, and the answer to be taken further, 30 seconds otherwise.";
        if (!Options.TryParse(args, Usage, "", "pt", out Options options))
            return options.Status;
        if (!options.TryGetNumber('p', DefaultPort, out int port) || !options.TryGetNumber('t', DefaultPatience, out int patience))
            return Failure.WrongUse;
        if (options.Operands.Count > 1)
            return Misuse("one directory is served; see httpd --help");
        if (port is 0 or > IPEndPoint.MaxPort)
            return Misuse($"{port} is no port");
        if (patience is 0 or > MostPatience)
            return Misuse($"-t: from 1 to {MostPatience} seconds");

        string directory = Path.GetFullPath(options.Operands.Count == 1 ? options.Operands[0] : Environment.GetEnvironmentVariable(HomeVariable) ?? ".");
        if (!Directory.Exists(directory))
            return Failure.Report($"{directory}: it is no directory");
        var listener = new TcpListener(IPAddress.Any, port);
        if (!listener.TryStart(out Error error) || !AutoResetEvent.TryCreate(out AutoResetEvent? room, out error))
            return Failure.Report($"port {port}: {error.Text()}");
        Console.WriteLine($"Serving {directory} at port {port}.");
        return Failure.Report(Serve(listener, new Site(directory), new ClientTable(room!), patience).Text());
    }

    /// <summary>Accepts clients for as long as there is a network. Returns why no more.</summary>
    private static Error Serve(TcpListener listener, Site site, ClientTable clients, int patience)
    {
        if (!Thread.TryStart(clients.Watch, out _, out Error error))
            return error;
        while (true)
        {
            clients.AwaitRoom();
            if (!listener.TryAccept(out TcpClient? connection, out error))
            {
                // Others may give back what is short just now.
                if (error is not (Error.Memory or Error.Thread or Error.NoStack or Error.NoMemorySlots))
                    return error;
                SystemCall.Sleep(PauseAfterError);
                continue;
            }

            if (!clients.TryServe(new Client(connection!.Client, site, patience)))
                connection.Close();
        }
    }

    private static int Misuse(string message)
    {
        Failure.Report(message);
        return Failure.WrongUse;
    }
}
