namespace Euralios.Programs.Http;

/// <summary>What a client asks for.</summary>
/// <param name="method">The method as it was sent; a token.</param>
/// <param name="target">The path and what is behind a question mark, as it was sent: printable ASCII without spaces.</param>
/// <param name="keepsAlive">Whether the client waits for more on this connection (RFC 9112, section 9.3).</param>
/// <param name="hasBody">Whether something follows the head.</param>
/// <param name="range">The value of Range, or null.</param>
internal sealed class HttpRequest(string method, string target, bool keepsAlive, bool hasBody, string? range)
{
    internal string Method => method;

    internal string Target => target;

    internal bool KeepsAlive => keepsAlive;

    internal bool HasBody => hasBody;

    internal string? Range => range;

    internal bool IsHead => method == "HEAD";

    /// <summary>Whether it asks for a file, and nothing else: GET and HEAD.</summary>
    internal bool IsRead => IsHead || method == "GET";
}
