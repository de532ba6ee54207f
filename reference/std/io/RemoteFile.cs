using System;

namespace Euralios.Std;

/// <summary>A file that a server holds, by its handle; see "Files" of <c>handouts/protocols.md</c>. What a server says is checked.</summary>
internal readonly struct RemoteFile(Handle handle)
{
    /// <summary>The most that is read or written with one message.</summary>
    internal const int LongestPiece = 1 << 20;

    /// <summary>As a place: the file's end.</summary>
    internal const ulong End = ulong.MaxValue;

    internal Handle Handle { get; } = handle;

    /// <summary>Reads bytes.</summary>
    /// <param name="offset">Where they begin in the file.</param>
    /// <param name="length">How many at most.</param>
    /// <param name="piece">The message with them, whose memory the caller gives back.</param>
    /// <param name="bytes">The bytes; none at the file's end.</param>
    /// <param name="error">Why there are none.</param>
    internal bool TryRead(ulong offset, int length, out Message piece, out ReadOnlySpan<byte> bytes, out Error error)
    {
        bytes = default;
        var question = new Message(Tags.Read, offset, (ulong)length);
        if (!RemoteCall.TryCall(Handle, ref question, Tags.Data, out piece, out error))
        {
            bool isEnd = error == Error.NoData;
            error = isEnd ? Error.None : error;
            return isEnd;
        }

        if (piece.TryGetBytes(out bytes) && bytes.Length > 0 && bytes.Length <= length)
            return true;
        piece.Release();
        piece = default;
        bytes = default;
        error = Error.UnexpectedReply;
        return false;
    }

    /// <summary>Writes all bytes at the handle's place.</summary>
    internal bool TryWrite(scoped ReadOnlySpan<byte> bytes, out Error error)
    {
        error = Error.None;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> piece = bytes.Slice(0, Math.Min(bytes.Length, LongestPiece));
            if (!RemoteText.TryAsk(Handle, Tags.Write, piece, Tags.Ok, out Message answer, out error))
                return false;
            ulong written = answer.First.Value;
            answer.Release();
            if (written == 0 || written > (ulong)piece.Length)
            {
                error = Error.UnexpectedReply;
                return false;
            }

            bytes = bytes.Slice((int)written);
        }

        return true;
    }

    /// <summary>Says where the next write goes; <see cref="End"/> for the file's end.</summary>
    internal bool TrySeek(ulong place, out ulong result, out Error error) => TryAsk(new Message(Tags.Seek, place), Tags.Ok, out result, out error);

    internal bool TryTruncate(ulong size, out Error error) => TryAsk(new Message(Tags.Truncate, size), Tags.Ok, out _, out error);

    internal bool TryGetSize(out ulong size, out Error error) => TryAsk(new Message(Tags.Stat), Tags.Status, out size, out error);

    internal void Close() => SystemCall.TryClose(Handle, out _);

    private bool TryAsk(Message question, ulong tag, out ulong value, out Error error)
    {
        bool isAnswered = RemoteCall.TryCall(Handle, ref question, tag, out Message answer, out error);
        value = answer.First.Kind == ItemKind.Value ? answer.First.Value : 0;
        answer.Release();
        return isAnswered;
    }
}
