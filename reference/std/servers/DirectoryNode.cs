namespace Euralios.Std;

/// <summary>
/// A directory that a <see cref="Server"/> serves. What it cannot do it leaves as it is here. The server calls it for one client at a time, and has
/// checked rights and names.
/// </summary>
public abstract partial class DirectoryNode
{
    /// <summary>What the directory is, for people: the answer to QUERY has it as <c>short</c>.</summary>
    public virtual string Description => "Directory";

    /// <summary>The directory of a name; null where there is none.</summary>
    public virtual DirectoryNode? FindDirectory(string name) => null;

    /// <summary>The file of a name; null where there is none.</summary>
    public virtual FileNode? FindFile(string name) => null;

    /// <summary>Tells of all that is in the directory, in the order of names.</summary>
    public virtual void List(DirectoryWriter entries)
    {
    }

    /// <summary>Makes a file; there is nothing of its name.</summary>
    public virtual bool TryMakeFile(string name, out FileNode file, out Error error)
    {
        file = null!;
        return Not(out error);
    }

    /// <summary>Makes a directory; there is nothing of its name.</summary>
    public virtual bool TryMakeDirectory(string name, out Error error) => Not(out error);

    /// <summary>Removes a file that is there. It lives on until it is closed as often as it was opened.</summary>
    public virtual bool TryRemoveFile(string name, out Error error) => Not(out error);

    /// <summary>Removes a directory that is there, if it is empty.</summary>
    public virtual bool TryRemoveDirectory(string name, out Error error) => Not(out error);

    /// <summary>Moves what has a name to another directory of the same server, and another name. A file may take a file's place.</summary>
    public virtual bool TryRename(string name, DirectoryNode target, string newName, out Error error) => Not(out error);

    /// <summary>
    /// Answers a question that is not every directory's, sent to a handle of it. What comes with the question is given back by the server, and so is what
    /// does not reach the client.
    /// </summary>
    /// <param name="question">The question: anything may be in it.</param>
    /// <param name="mayWrite">Whether the handle is not read-only.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>False if the directory does not know the question.</returns>
    public virtual bool TryAnswer(in Message question, bool mayWrite, out Message answer)
    {
        answer = default;
        return false;
    }

    private static bool Not(out Error error)
    {
        error = Error.NotImplemented;
        return false;
    }
}
