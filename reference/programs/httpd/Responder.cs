using System;
using System.IO;
using System.Net.Sockets;
using Euralios.Std;
using Calendar = Euralios.Tools.Calendar;

namespace Euralios.Programs.Http;

/// <summary>Answers requests on one connection.</summary>
internal sealed class Responder(Site site, Socket socket)
{
    private const int PieceLength = 64 << 10;

    private byte[]? piece;

    /// <summary>The status of the last answer.</summary>
    internal int Status { get; private set; }

    /// <summary>The bytes of its content that were sent.</summary>
    internal long Sent { get; private set; }

    /// <summary>Since when, by <see cref="Clock"/>, a piece waits until the client takes it; 0 while none does.</summary>
    internal ulong SendingSince { get; private set; }

    /// <summary>Answers a request.</summary>
    /// <returns>Whether the connection can go on.</returns>
    internal bool TryAnswer(HttpRequest request)
    {
        // What follows a head is not read: the next head would be looked for in it.
        bool keepsAlive = request.KeepsAlive && !request.HasBody;
        if (!request.IsRead)
            return TryWritePage(HttpStatus.MethodNotAllowed, keepsAlive, false, "Allow: GET, HEAD\r\n");
        if (!RequestPath.TryResolve(request.Target, out string path, out bool isDirectory))
            return TryWritePage(HttpStatus.BadRequest, keepsAlive, request.IsHead);
        switch (site.Find(path, isDirectory, out FileStream? file))
        {
            case SiteEntry.File:
                bool isWritten = TryWriteFile(request, file!, isDirectory ? ContentType.Html : ContentType.Of(path), keepsAlive);
                file!.TryClose(out _);
                return isWritten;
            case SiteEntry.Directory when site.TryList(path, out DirectoryEntry[] entries, out _):
                return TryWrite(HttpStatus.Ok, Page.OfDirectory(path, entries), keepsAlive, request.IsHead);
            case SiteEntry.DirectoryWithoutSlash:
                return TryWritePage(HttpStatus.MovedPermanently, keepsAlive, request.IsHead, $"Location: {Location(path)}/\r\n");
            default:
                return TryWritePage(HttpStatus.NotFound, keepsAlive, request.IsHead);
        }
    }

    /// <summary>Says that there was no request that could be answered. The connection cannot go on.</summary>
    internal void Refuse(int status) => TryWritePage(status, keepsAlive: false, isHead: false);

    private bool TryWritePage(int status, bool keepsAlive, bool isHead, string fields = "") =>
        TryWrite(status, Page.OfStatus(status), keepsAlive, isHead, fields);

    private bool TryWrite(int status, string page, bool keepsAlive, bool isHead, string fields = "")
    {
        byte[] content = Text.ToUtf8(page);
        return TryBegin(status, ContentType.Html, content.Length, keepsAlive, fields) && (isHead || TrySend(content)) && keepsAlive;
    }

    /// <summary>Sends a file in pieces. Where it has become shorter meanwhile the connection must end: its length was said.</summary>
    private bool TryWriteFile(HttpRequest request, FileStream file, string type, bool keepsAlive)
    {
        long size = file.Length;
        RangeResult result = ByteRange.Find(request.IsHead ? null : request.Range, size, out ByteRange range);
        if (result == RangeResult.OutOfRange)
            return TryWritePage(HttpStatus.RangeNotSatisfiable, keepsAlive, request.IsHead, $"Content-Range: bytes */{size}\r\n");
        string fields = "Accept-Ranges: bytes\r\n";
        if (result == RangeResult.Part)
            fields += $"Content-Range: bytes {range.First}-{range.First + range.Length - 1}/{size}\r\n";
        if (!TryBegin(result == RangeResult.Part ? HttpStatus.PartialContent : HttpStatus.Ok, type, range.Length, keepsAlive, fields))
            return false;
        if (request.IsHead)
            return keepsAlive;
        piece ??= new byte[PieceLength];
        file.Position = range.First;
        for (long left = range.Length; left > 0;)
        {
            if (!file.TryRead(piece.AsSpan(0, (int)Math.Min(left, PieceLength)), out int count, out _) || count == 0)
                return false;
            if (!TrySend(new ReadOnlySpan<byte>(piece, 0, count)))
                return false;
            left -= count;
        }

        return keepsAlive;
    }

    private bool TryBegin(int status, string type, long length, bool keepsAlive, string fields)
    {
        Status = status;
        Sent = 0;
        string date = Calendar.Format("%a, %d %b %Y %T GMT", SystemCall.Date());
        return TrySendPiece(Text.ToUtf8(ResponseHead.Write(status, type, length, keepsAlive, date, fields)));
    }

    private bool TrySend(ReadOnlySpan<byte> bytes)
    {
        if (!TrySendPiece(bytes))
            return false;
        Sent += bytes.Length;
        return true;
    }

    private bool TrySendPiece(ReadOnlySpan<byte> bytes)
    {
        SendingSince = Clock.Microseconds;
        bool isSent = socket.TrySend(bytes, out _);
        SendingSince = 0;
        return isSent;
    }

    /// <summary>A path as a target, from the root on.</summary>
    private static string Location(string path)
    {
        string location = "";
        foreach (string name in path.Split('/'))
            location += "/" + RequestPath.Encode(name);
        return location;
    }
}
