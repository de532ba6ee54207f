using System.Threading;

namespace Euralios.Std;

/// <summary>What the threads of a server share: its tree, and the lock that they take for every look at it.</summary>
internal sealed class ServedTree(DirectoryNode root, IServerLog? log)
{
    private readonly Lock @lock = new();

    internal DirectoryNode Root { get; } = root;

    internal IServerLog? Log { get; } = log;

    internal void Enter() => @lock.Enter();

    internal void Exit() => @lock.Exit();
}
