using System;

namespace Euralios.Std;

/// <summary>A handle of a directory; see "Directories" of <c>handouts/protocols.md</c>.</summary>
internal sealed class DirectorySession(ServedTree tree, DirectoryNode directory, Handle handle, bool mayWrite, bool isShared)
    : Session(handle, isShared)
{
    private const ulong KindFile = 0;
    private const ulong KindDirectory = 1;
    private const ulong OpenMask = 15;
    private const OpenFlags AllFlags = OpenFlags.Write | OpenFlags.Create | OpenFlags.Truncate;

    /// <summary>The name of the file that the question at hand has made.</summary>
    private string? madeFile;

    protected override Message AnswerTo(in Message question)
    {
        switch (question.Tag)
        {
            case >= Tags.OpenReadOnly and <= Tags.OpenReadOnly + OpenMask:
                return WithPath(question, (OpenFlags)(question.Tag & OpenMask));
            case Tags.Stat when !question.IsLong:
                return new Message(Tags.Status, 0, KindDirectory);
            case Tags.Delete or Tags.MakeDirectory or Tags.RemoveDirectory or Tags.Rename when !mayWrite:
                return new Message(Tags.Denied);
            case Tags.Stat or Tags.Delete or Tags.MakeDirectory or Tags.RemoveDirectory:
                return WithPath(question, default);
            case Tags.Rename:
                return Rename(question);
            case Tags.Query:
                return Query();
        }

        tree.Enter();
        bool isKnown = directory.TryAnswer(question, mayWrite, out Message answer);
        tree.Exit();
        return isKnown ? answer : new Message(Tags.UnknownMessage);
    }

    private Message WithPath(in Message question, OpenFlags flags)
    {
        if (!question.TryGetBytes(out ReadOnlySpan<byte> bytes))
            return new Message(Tags.InvalidFormat);
        if (!ServerPath.TryParse(bytes, out ServerPath path, out ulong refusal))
            return new Message(refusal);
        switch (question.Tag)
        {
            case Tags.Stat:
                return Stat(path);
            case Tags.Delete or Tags.MakeDirectory or Tags.RemoveDirectory:
                return Change(question.Tag, path);
        }

        if (flags != OpenFlags.Read && !mayWrite)
            return new Message(Tags.Denied);
        if ((flags & ~AllFlags) != 0 || (flags != OpenFlags.Read && (flags & OpenFlags.Write) == 0))
            return new Message(Tags.InvalidValue);
        if (directory.TryConverse(bytes, (flags & OpenFlags.Write) != 0, out Conversation? conversation, out Error refused))
            return Converse(conversation, refused);
        if (tree.Log is null)
            return Open(path, flags, out _, out _);
        string text = Utf8.GetString(bytes);
        tree.Log.Opening(text);
        madeFile = null;
        Message answer = Open(path, flags, out string name, out Error error);
        if (madeFile is not null)
            tree.Log.Done(ServerAction.MakeFile, madeFile, 0);
        if (error != Error.None)
            tree.Log.NotOpened(text, name, error);
        else if (answer.Second.Value == KindDirectory)
            tree.Log.Serving(name, (flags & OpenFlags.Write) != 0);
        return answer;
    }

    private Message Open(ServerPath path, OpenFlags flags, out string name, out Error error)
    {
        tree.Enter();
        bool isFound = TryFind(path, (flags & OpenFlags.Create) != 0, out DirectoryNode? node, out FileNode? file, out name, out error);
        bool mayWriteIt = (flags & OpenFlags.Write) != 0;
        if (isFound && file is not null)
        {
            if (mayWriteIt && file.IsReadOnly)
                error = Error.Denied;
            else if ((flags & OpenFlags.Truncate) != 0)
                file.TrySetSize(0, out error);
            isFound = error == Error.None;
            if (isFound)
                file.Opened();
        }

        tree.Exit();
        if (!isFound)
            return Refuse(error);
        
        string fileName = name;
        bool isStarted = file is null
            ? TryStart(own => new DirectorySession(tree, node!, own, mayWriteIt, isShared: false), out Handle client, out error)
            : TryStart(own => new FileSession(tree, file, fileName, own, mayWriteIt), out client, out error);
        if (isStarted)
            return new Message(Tags.CommunicationHandle, client, file is null ? KindDirectory : KindFile);
        if (file is not null)
        {
            tree.Enter();
            file.Closed();
            tree.Exit();
        }

        return Refuse(error);
    }

    private static Message Converse(Conversation? conversation, Error error) =>
        conversation is not null && Conversation.TryStart(conversation, out Handle client, out error)
            ? new Message(Tags.CommunicationHandle, client, KindFile)
            : Refuse(error);

    /// <summary>What a path leads to: a directory or a file, which is made if it is not there and that is wanted.</summary>
    private bool TryFind(
        ServerPath path, bool makeFile, out DirectoryNode? node, out FileNode? file, out string name, out Error error)
    {
        node = directory;
        file = null;
        name = "";
        error = Error.None;
        while (path.TryTake(out string next))
        {
            name = next;
            if (file is not null)
            {
                error = Error.NotDirectory;
                return false;
            }

            DirectoryNode parent = node!;
            node = parent.FindDirectory(name);
            file = node is null ? parent.FindFile(name) : null;
            if (node is not null || file is not null)
                continue;
            error = !makeFile || !path.IsEmpty ? Error.NotFound : FileName.IsValid(name) ? Error.None : Error.Parameter;
            if (error != Error.None || !parent.TryMakeFile(name, out file, out error))
                return false;
            madeFile = name;
        }

        return true;
    }

    /// <summary>The directory in which a path's last name is.</summary>
    private bool TryFindParent(ServerPath path, out DirectoryNode parent, out string name, out Error error)
    {
        parent = directory;
        bool isName = path.TryTake(out name);
        while (isName && !path.IsEmpty)
        {
            if (parent.FindDirectory(name) is not { } next)
            {
                error = parent.FindFile(name) is null ? Error.NotFound : Error.NotDirectory;
                return false;
            }

            parent = next;
            path.TryTake(out name);
        }

        // The directory itself has no name here.
        error = isName ? Error.None : Error.Parameter;
        return isName;
    }

    private Message Stat(ServerPath path)
    {
        tree.Enter();
        bool isFound = TryFind(path, makeFile: false, out _, out FileNode? file, out _, out Error error);
        ulong size = file?.Size ?? 0;
        tree.Exit();
        return isFound ? new Message(Tags.Status, size, file is null ? KindDirectory : KindFile) : Refuse(error);
    }

    private Message Change(ulong tag, ServerPath path)
    {
        tree.Enter();
        ServerAction action = default;
        if (TryFindParent(path, out DirectoryNode parent, out string name, out Error error))
        {
            bool isDirectory = parent.FindDirectory(name) is not null;
            bool isFile = parent.FindFile(name) is not null;
            switch (tag)
            {
                case Tags.MakeDirectory:
                    action = ServerAction.MakeDirectory;
                    error = isDirectory || isFile ? Error.Exists : FileName.IsValid(name) ? Error.None : Error.Parameter;
                    if (error == Error.None)
                        parent.TryMakeDirectory(name, out error);
                    break;
                case Tags.Delete:
                    action = ServerAction.RemoveFile;
                    error = isFile ? Error.None : isDirectory ? Error.Parameter : Error.NotFound;
                    if (isFile)
                        parent.TryRemoveFile(name, out error);
                    break;
                default:
                    action = ServerAction.RemoveDirectory;
                    error = isDirectory ? Error.None : isFile ? Error.NotDirectory : Error.NotFound;
                    if (isDirectory)
                        parent.TryRemoveDirectory(name, out error);
                    break;
            }
        }

        tree.Exit();
        if (error == Error.None)
            tree.Log?.Done(action, name, 0);
        return Result(error);
    }

    private Message Rename(in Message question)
    {
        if (!question.TryGetBytes(out ReadOnlySpan<byte> bytes))
            return new Message(Tags.InvalidFormat);
        int middle = bytes.Slice(0, Math.Min(bytes.Length, ServerPath.Longest + 1)).IndexOf((byte)0);
        if (middle < 0)
            return new Message(Tags.InvalidFormat);
        if (!ServerPath.TryParse(bytes.Slice(0, middle), out ServerPath path, out ulong refusal)
            || !ServerPath.TryParse(bytes.Slice(middle + 1), out ServerPath newPath, out refusal))
            return new Message(refusal);
        tree.Enter();
        if (TryFindParent(path, out DirectoryNode parent, out string name, out Error error)
            && TryFindParent(newPath, out DirectoryNode newParent, out string newName, out error))
        {
            if (parent.FindDirectory(name) is null && parent.FindFile(name) is null)
                error = Error.NotFound;
            else if (!FileName.IsValid(newName))
                error = Error.Parameter;
            else
                parent.TryRename(name, newParent, newName, out error);
        }

        tree.Exit();
        if (error == Error.None)
            tree.Log?.Done(ServerAction.Rename, name, 0);
        return Result(error);
    }

    private Message Query()
    {
        var writer = new DirectoryWriter();
        tree.Enter();
        directory.List(writer);
        string description = directory.Description;
        tree.Exit();
        ReadOnlySpan<byte> json = writer.Write(description);
        return MemoryChunk.TryCreate(json, out MemoryChunk chunk, out Error error) ? new Message(Tags.Json, (ulong)json.Length, chunk) : Refuse(error);
    }
}
