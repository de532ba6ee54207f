using System;

namespace Euralios.Std;

/// <summary>A handle of a file; see "Files" of <c>handouts/protocols.md</c>.</summary>
internal sealed class FileSession(ServedTree tree, FileNode file, string name, Handle handle, bool mayWrite) : Session(handle, isShared: false)
{
    /// <summary>The most that one READ brings.</summary>
    private const ulong LongestRead = 1 << 20;

    /// <summary>As a place: the file's end, wherever it is by then.</summary>
    private const ulong End = ulong.MaxValue;

    private ulong place = End;

    protected override Message AnswerTo(in Message question) => question.Tag switch
    {
        Tags.Stat => new Message(Tags.Status, SizeNow()),
        Tags.Read or Tags.Seek or Tags.Truncate when question.IsLong => new Message(Tags.InvalidFormat),
        Tags.Read => Read(question.First.Value, question.Second.Value),
        Tags.Write or Tags.Truncate when !mayWrite => new Message(Tags.Denied),
        Tags.Write => Write(question),
        Tags.Seek => Seek(question.First.Value),
        Tags.Truncate => Truncate(question.First.Value),
        _ => new Message(Tags.UnknownMessage),
    };

    protected override void Ended()
    {
        tree.Enter();
        file.Closed();
        tree.Exit();
    }

    private ulong SizeNow()
    {
        tree.Enter();
        ulong size = file.Size;
        tree.Exit();
        return size;
    }

    private Message Read(ulong offset, ulong length)
    {
        ulong size = SizeNow();
        if (length == 0)
            return new Message(Tags.InvalidValue);
        if (offset >= size)
            return Refuse(Error.NoData);
        length = Math.Min(Math.Min(length, LongestRead), size - offset);
        if (!SystemCall.TryAllocate((length + SystemCall.PageSize - 1) / SystemCall.PageSize, out MemoryChunk chunk, out Error error))
            return Refuse(error);

        // It may have become shorter meanwhile.
        tree.Enter();
        size = file.Size;
        length = offset < size ? Math.Min(length, size - offset) : 0;
        error = Error.NoData;
        bool isRead = length > 0 && file.TryRead(offset, chunk.Bytes((int)length), out error);
        tree.Exit();
        if (isRead)
        {
            tree.Log?.Done(ServerAction.Read, name, length);
            return new Message(Tags.Data, length, chunk);
        }

        SystemCall.TryFree(chunk, out _);
        return Refuse(error);
    }

    private Message Write(in Message question)
    {
        if (!question.TryGetBytes(out ReadOnlySpan<byte> bytes))
            return new Message(Tags.InvalidFormat);
        tree.Enter();
        ulong start = place == End ? file.Size : place;
        Error error = Error.Memory;
        bool isWritten = start <= (ulong)(long.MaxValue - bytes.Length) && file.TryWrite(start, bytes, out error);
        if (isWritten && place != End)
            place += (ulong)bytes.Length;
        tree.Exit();
        if (isWritten)
            tree.Log?.Done(ServerAction.Write, name, (ulong)bytes.Length);
        return isWritten ? new Message(Tags.Ok, (ulong)bytes.Length) : Refuse(error);
    }

    private Message Seek(ulong target)
    {
        if (target is > long.MaxValue and not End)
            return new Message(Tags.InvalidValue);
        place = target;
        return new Message(Tags.Ok, target == End ? SizeNow() : target);
    }

    private Message Truncate(ulong size)
    {
        if (size > long.MaxValue)
            return new Message(Tags.InvalidValue);
        tree.Enter();
        file.TrySetSize(size, out Error error);
        tree.Exit();
        return Result(error);
    }
}
