namespace System.Net;

/// <summary>Paths of the network stack: see "Connections" of <c>handouts/protocols.md</c>.</summary>
internal static class NetworkPath
{
    internal const string Root = "/tcp/";
    internal const string Names = "/tcp/names/";
    internal const string Listen = "/tcp/*/";

    /// <summary>Whether a name can be part of a path. Whether a machine has it, the network says.</summary>
    internal static bool IsHost(string host) => host.Length > 0 && host != "." && host != ".." && host != "*" && !host.Contains('/') && !host.Contains('\0');
}
