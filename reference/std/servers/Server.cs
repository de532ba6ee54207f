namespace Euralios.Std;

/// <summary>
/// Serves a tree of directories and files, by the protocols of <c>handouts/protocols.md</c>: a thread for each open handle, and one lock around the
/// tree. It answers every question, whatever a client sends, and goes on whenever a client ends.
/// </summary>
public static class Server
{
    /// <summary>Serves until nobody can come any more.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="handle">Where questions come: the other end is what is mounted, so many clients share it. CLOSE means nothing here.</param>
    /// <param name="mayWrite">Whether clients may change anything.</param>
    /// <param name="log">Who is told what happens; null for nobody.</param>
    /// <param name="received">A message that was received there before; null for none.</param>
    public static void Serve(DirectoryNode root, Handle handle, bool mayWrite = true, IServerLog? log = null, Message? received = null) =>
        new DirectorySession(new ServedTree(root, log), root, handle, mayWrite, isShared: true).Run(received);
}
