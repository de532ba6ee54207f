using System;

namespace Euralios.Std;

// What is no file.
public abstract partial class DirectoryNode
{
    /// <summary>Opens a path that leads to a conversation, and not to a file or a directory. Called before those are looked for, without the server's lock.</summary>
    /// <param name="path">The path from this directory on: valid UTF-8, as it came.</param>
    /// <param name="isWrite">Whether it is opened for writing.</param>
    /// <param name="conversation">The conversation, which has not been started; null where it is refused.</param>
    /// <param name="error">Why it is refused.</param>
    /// <returns>Whether the path is one of a conversation, refused or not.</returns>
    public virtual bool TryConverse(ReadOnlySpan<byte> path, bool isWrite, out Conversation? conversation, out Error error)
    {
        conversation = null;
        error = Error.None;
        return false;
    }
}
