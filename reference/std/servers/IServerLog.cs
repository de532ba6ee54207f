namespace Euralios.Std;

/// <summary>Who wants to know what a server does.</summary>
public interface IServerLog
{
    /// <summary>A path is opened, from the directory with which the server began or from another.</summary>
    void Opening(string path);

    /// <summary>It could not be opened, because of one of its names.</summary>
    void NotOpened(string path, string name, Error error);

    /// <summary>A directory has a handle of its own now.</summary>
    void Serving(string name, bool mayWrite);

    /// <summary>Something was made, removed, read or written.</summary>
    void Done(ServerAction action, string name, ulong bytes);
}

/// <summary>What a server does.</summary>
public enum ServerAction
{
    MakeDirectory,
    MakeFile,
    RemoveDirectory,
    RemoveFile,
    Rename,
    Read,
    Write,
}
