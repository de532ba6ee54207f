using System.Net;
using System.Net.Sockets;

namespace Euralios.Grader.Boot;

/// <summary>
/// A boot's private folder (mode 0700) with its sockets and serial files; gone when the boot is over. The sockets listen before QEMU starts
/// and QEMU connects to them, so neither side ever polls for the other.
/// </summary>
internal sealed class WorkingFolder : IDisposable
{
    /// <summary>What the address of a unix socket holds at most is 108 bytes on Linux and 104 on macOS, the final zero included.</summary>
    private const int LongestSocketPath = 103;

    private readonly string _path;
    private readonly List<Socket> _listeners = [];

    public WorkingFolder()
    {
        _path = Directory.CreateTempSubdirectory("boot-").FullName;
        if (System.Text.Encoding.UTF8.GetByteCount(File("monitor")) > LongestSocketPath)
        {
            Directory.Delete(_path);
            throw new IOException($"the temporary folder's path is too long for a socket: {_path} (set TMPDIR to a shorter one)");
        }
    }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => Path.Combine(_path, name);

    /// <summary>Listens at <paramref name="name"/>.</summary>
    public Socket Listen(string name)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listeners.Add(listener);
        listener.Bind(new UnixDomainSocketEndPoint(File(name)));
        listener.Listen(1);
        return listener;
    }

    /// <summary>
    /// Listens at a free port of this machine alone. Of single bytes a unix socket holds some hundreds, this one as many as it has memory for: whoever sends
    /// them byte by byte need not wait for the reader.
    /// </summary>
    public Socket ListenOnPort(out int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listeners.Add(listener);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        return listener;
    }

    public void Dispose()
    {
        foreach (Socket listener in _listeners)
            listener.Dispose();
        Directory.Delete(_path, recursive: true);
    }
}
