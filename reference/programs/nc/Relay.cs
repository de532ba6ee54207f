using System;
using System.IO;
using System.Net.Sockets;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>
/// Standard input to a connection and the connection to standard output, both at once. The input's end is told to the other machine, which may go on. The
/// other machine's end ends everything typed; what a program or a file brings is sent to its end, since the other machine may still listen.
/// </summary>
internal sealed class Relay(Socket socket, bool isTyped)
{
    private const int PieceLength = 64 << 10;

    private AutoResetEvent? sent;
    private Error sendError;

    /// <summary>Runs it to its end. Returns the program's status.</summary>
    internal int Run()
    {
        if (!AutoResetEvent.TryCreate(out sent, out Error error) || !Thread.TryStart(Send, out _, out error))
            return Failure.Report(error.Text());
        bool isWhole = TryReceive(out error);
        if (!isWhole)
            return Failure.Report(error.Text());
        if (isTyped)
            return 0;
        sent!.Wait();
        return sendError == Error.None ? 0 : Failure.Report(sendError.Text());
    }

    private bool TryReceive(out Error error)
    {
        Stream output = Console.OpenStandardOutput();
        byte[] piece = new byte[PieceLength];
        while (socket.TryReceive(piece, out int count, out error) && count > 0)
        {
            output.Write(new ReadOnlySpan<byte>(piece, 0, count));
            output.Flush();
        }

        return error == Error.None;
    }

    private void Send()
    {
        Stream input = Console.OpenStandardInput();
        byte[] piece = new byte[PieceLength];
        int count;
        while ((count = input.Read(piece)) > 0 && socket.TrySend(new ReadOnlySpan<byte>(piece, 0, count), out sendError))
        {
        }

        if (sendError == Error.None)
            socket.TryShutdown(out sendError);
        sent!.Set();
    }
}
